import { slug } from 'github-slugger';
import { remembered } from '#src/components/remembered.ts';
import { localePath, type Locales } from '#src/features/articles/address.ts';

/** Longer ones are cut by whoever copies the address. */
const LONGEST_SLUG = 80;

/** The readable end of a question's address, from its title; `question` when nothing is left. */
export const questionSlug = remembered((title) => {
  const cut = slug(title).slice(0, LONGEST_SLUG).toWellFormed().replaceAll('\ufffd', '');
  return cut.replace(/-+/g, '-').replace(/^-|-$/g, '') || 'question';
});

/** The address of a question's page in the default locale, encoded as addresses are. */
export const plainQuestionPath = ({ id, title }: { id: number; title: string }): string =>
  `/community/questions/${id}/${encodeURIComponent(questionSlug(title))}`;

/** The address of a question's page, encoded as addresses are. */
export function questionPath(
  site: Locales,
  locale: string,
  question: { id: number; title: string },
): string {
  return localePath(site, locale, plainQuestionPath(question));
}

/** The locale in which search engines show a question: its own, where the site has it. */
export const canonicalLocale = (
  { locales }: { locales: string[] },
  pageLocale: string,
  question: { locale: string },
): string => (locales.includes(question.locale) ? question.locale : pageLocale);

/** An id as an address has it; undefined for what cannot be one. */
export const readId = (text: string | null | undefined): number | undefined =>
  /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : undefined;

/** The address of a question's feed. */
export const questionFeedPath = (site: Locales, locale: string, id: number): string =>
  localePath(site, locale, `/community/questions/${id}.xml`);
