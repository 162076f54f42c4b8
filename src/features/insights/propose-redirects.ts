import { addressParts, localeOfPath } from '#src/features/articles/address.ts';
import type { Article } from '#src/features/content/article.ts';
import { addToListField } from '#src/features/content/add-to-list-field.ts';
import type { Content } from '#src/features/content/content.ts';
import { plainAddress } from '#src/features/content/page-at.ts';
import type { TableRow } from './insights-source.ts';
import { nearestArticle } from './nearest-article.ts';
import { LEAST_VISITS, type Proposal } from './proposal.ts';

type Missing = TableRow<'missing-pages'>;

/** Finds the article that stands at a path of the site: its language's own, or the usual one's. */
function finder({ site, articles }: Pick<Content, 'site' | 'articles'>) {
  const byPlace = new Map(
    articles.map((article) => [`${article.locale}/${article.category}/${article.slug}`, article]),
  );
  return (path: string): Article | undefined => {
    const [locale, category, slug] = addressParts(site, path) ?? [];
    return (
      byPlace.get(`${locale}/${category}/${slug}`) ??
      byPlace.get(`${site.defaultLocale}/${category}/${slug}`)
    );
  };
}

/** The article that an address was meant for, if only one comes into question. */
function onlyMeant(path: string, { site, articles }: Pick<Content, 'site' | 'articles'>) {
  const locale = localeOfPath(site, path);
  const own = articles.filter((article) => article.locale === locale);
  const best = nearestArticle(own, site.locales)(path);
  const others = own.filter((article) => article !== best);
  return best && !nearestArticle(others, site.locales)(path) ? best : undefined;
}

/**
 * Leads missing addresses on by the front matter of the articles that they were meant for: as authors
 * decided, or else those that were asked for often, where only one article is near.
 * @param read the text of a file of the content folder
 */
export function proposeRedirects(
  missing: Missing[],
  content: Pick<Content, 'site' | 'articles'>,
  read: (file: string) => string,
): Proposal[] {
  const at = finder(content);
  const claimed = new Set(
    content.articles.flatMap(({ redirectFrom }) => redirectFrom.map((old) => plainAddress(old))),
  );
  const proposals = new Map<string, Proposal>();
  const isOpen = ({ state, leadsTo }: Missing) =>
    leadsTo === null && (state === 'new' || state === 'planned');
  for (const one of missing.filter(isOpen).toSorted((a, b) => b.visits - a.visits)) {
    const { path, visits, target } = one;
    const address = plainAddress(path);
    if (address === undefined || claimed.has(address) || at(path)) continue;
    const isOften = visits >= LEAST_VISITS;
    const article = target ? at(target) : isOften ? onlyMeant(path, content) : undefined;
    if (!article) continue;
    const proposal = proposals.get(article.file) ?? {
      file: article.file,
      text: read(article.file),
      isNew: false,
      says: [],
      credits: [],
    };
    const text = addToListField(proposal.text, 'redirectFrom', path);
    if (text === undefined) continue;
    claimed.add(address);
    const why = target ? 'as decided in insights' : 'the only article near it';
    proposals.set(article.file, {
      ...proposal,
      text,
      says: [
        ...proposal.says,
        `${path} → ${article.title} (${visits} visit${visits === 1 ? '' : 's'}, ${why})`,
      ],
    });
  }
  return [...proposals.values()];
}
