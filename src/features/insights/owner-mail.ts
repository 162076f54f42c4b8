import { formatDate } from '#src/components/language.ts';
import { formsOfLetter, type Letter } from '#src/features/accounts/letter.ts';
import type { MailSite } from '#src/features/accounts/mails.ts';
import { stopPath } from '#src/features/notifications/stop-scope.ts';
import { shareOf } from '#src/features/measures/share.ts';
import { messagesFor } from '#src/locales/messages.ts';
import type { Env } from '#src/server/env.ts';
import type { NewMail } from '#src/server/mails.store.ts';
import { shortened } from '#src/server/markdown-text.ts';
import { shareText } from './share-text.ts';
import type { OwnedArticle } from './owner-week.store.ts';
import type { OwnerWeek, Suggestion } from './owner-week.ts';
import { writeOwnerStop } from './owner-stop.ts';

/** What mails to owners are made with. */
export interface Sender {
  site: MailSite;
  env: Pick<Env, 'SECRET_KEY' | 'DATA_DIR'>;
}

/** Characters of a comment that a mail quotes. */
const QUOTED = 400;
/** Articles that one mail tells of; the others are on the site. */
const ARTICLES_TOLD = 20;

type Paragraphs = Letter['paragraphs'];

/** The weekly mail to an owner. */
export function ownerMail(
  week: OwnerWeek,
  { handle, name, email, locale }: { handle: string; name: string; email: string; locale: string },
  { site, env }: Sender,
): NewMail {
  const { ownerMail: words } = messagesFor(locale).insights;
  const number = (n: number) => n.toLocaleString(locale);
  const pageOf = (article: OwnedArticle) =>
    site.address(
      locale,
      `/insights/articles/${article.locale}/${article.category}/${article.slug}`,
    );
  const partsOf = ({ n, yes, comments, reads, escalated }: OwnedArticle) => [
    ...(n > 0 ? [words.parts.votes(shareText(shareOf(yes, n), locale))] : []),
    ...(comments > 0 ? [words.parts.comments(number(comments))] : []),
    ...(reads > 0 ? [words.parts.followed(shareText(shareOf(escalated, reads), locale))] : []),
  ];
  const toDo = ({ what, article, people, query = '' }: Suggestion) => ({
    label: words.toDo[what](article.title, people, query),
    url: pageOf(article),
  });
  const lines = (heading: string, rows: Paragraphs): Paragraphs =>
    rows.length > 0 ? [heading, ...rows] : [];
  const rest = week.articles.length - ARTICLES_TOLD;
  const unsubscribeUrl = site.address(locale, stopPath(writeOwnerStop(env, email)));
  const day = (date: string) => formatDate(date, locale);
  return {
    // By owner: several may share one address, and each is told of their own articles.
    event: `owner-mail:${handle}:${week.scope.to}`,
    kind: 'owner-week',
    to: email,
    subject: `${words.subject} · ${site.name}`,
    unsubscribeUrl,
    ...formsOfLetter({
      locale,
      paragraphs: [
        words.intro(name, day(week.scope.from), day(week.scope.to)),
        ...lines(words.worthDoing, week.worthDoing.map(toDo)),
        ...lines(
          words.verdicts,
          week.verdicts.map(({ article, verdict }) => ({
            label: words.verdict[verdict](article.title),
            url: pageOf(article),
          })),
        ),
        ...lines(
          words.articles,
          week.articles.slice(0, ARTICLES_TOLD).map((article) => ({
            label: words.article(article.title, partsOf(article).join(words.parts.between)),
            url: pageOf(article),
          })),
        ),
        ...(rest > 0 ? [words.more(rest)] : []),
        ...lines(
          words.comments,
          week.comments.flatMap(({ article, comment, locale: of }) => [
            words.commentOn(article.title),
            { quote: shortened(comment, QUOTED), locale: of },
          ]),
        ),
        ...lines(
          words.misses,
          week.misses.map(({ article, query, missed }) =>
            words.miss(query, number(missed), article.title),
          ),
        ),
        ...lines(
          words.reviews,
          week.reviews.map((article) => ({
            label: words.review(article.title, day(article.reviewBy)),
            url: pageOf(article),
          })),
        ),
        { label: words.all, url: site.address(locale, '/insights/mine') },
        words.why,
        { label: messagesFor(locale).notifications.letter.stop, url: unsubscribeUrl },
      ],
      from: site.name,
    }),
  };
}
