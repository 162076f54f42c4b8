import { formsOfLetter } from '#src/features/accounts/letter.ts';
import type { MailSite } from '#src/features/accounts/mails.ts';
import type { WaitingReader } from '#src/features/feedback/waiting-readers.store.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { digestOf } from '#src/server/digest.ts';
import type { NewMail } from '#src/server/mails.store.ts';
import type { WaitedForArticle } from './waited-for.store.ts';

/** What readers are told that something has come of. */
export type WaitedFor = { article: WaitedForArticle } | { query: string };

/** The one mail to a reader who left an address. */
export function readerMail(
  { subject, email, locale }: WaitingReader,
  about: WaitedFor,
  { message, writtenIn }: { message: string; writtenIn: string },
  site: MailSite,
  now: Date,
): NewMail {
  const words = messagesFor(locale).waiting.letter;
  const isArticle = 'article' in about;
  const path = isArticle
    ? `/articles/${about.article.category}/${about.article.slug}`
    : `/search?${new URLSearchParams({ q: about.query })}`;
  const name = isArticle ? about.article.title : about.query;
  return {
    event: `waiting:${digestOf([subject, email, now])}`,
    kind: 'waiting-reader',
    to: email,
    subject: `${isArticle ? words.improved(name) : words.answered(name)} · ${site.name}`,
    ...formsOfLetter({
      locale,
      paragraphs: [
        isArticle ? words.aboutComment(name) : words.aboutSearch(name),
        ...(message ? [words.note, { quote: message, locale: writtenIn }] : []),
        {
          label: isArticle ? words.read : words.search,
          // An article has one address, in its own language.
          url: site.address(isArticle ? about.article.locale : locale, path),
        },
        words.why,
      ],
      from: site.name,
    }),
  };
}
