import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import { dayOf } from '#src/server/clock.ts';
import {
  listOwnedArticles,
  listOwnedComments,
  listOwnedMisses,
  type OwnedArticle,
  type OwnedComment,
  type OwnedMiss,
} from './owner-week.store.ts';
import { listToldVerdicts } from './told-verdicts.store.ts';

const DAY = 86_400_000;
const COMMENTS_TOLD = 10;
const MISSES_TOLD = 10;
const WORTH_DOING = 3;
/** Reviews are announced so long before. */
const REVIEW_SOON = 14 * DAY;

/** Something that an owner can do about one of their articles. */
export interface Suggestion {
  what: 'worse' | 'review' | 'failed' | 'search' | 'comments';
  article: OwnedArticle;
  /** How many it would help, or have helped. */
  people: number;
  query?: string;
}

/** What happened to an owner's articles in a week. */
export interface OwnerWeek {
  scope: Scope;
  worthDoing: Suggestion[];
  verdicts: { article: OwnedArticle; verdict: 'better' | 'worse' }[];
  /** With votes, comments or failed deflections. */
  articles: OwnedArticle[];
  comments: (OwnedComment & { article: OwnedArticle })[];
  misses: (OwnedMiss & { article: OwnedArticle })[];
  reviews: (OwnedArticle & { reviewBy: string })[];
}

/** What turned out worse comes first, then what concerns most people; each kind at most once. */
function worthDoing(
  { verdicts, articles, misses, reviews }: Omit<OwnerWeek, 'worthDoing'>,
  today: string,
) {
  const all: Suggestion[] = [
    ...articles.map((article) => ({
      what: 'failed' as const,
      article,
      people: article.escalated,
    })),
    ...articles.map((article) => ({
      what: 'comments' as const,
      article,
      people: article.comments,
    })),
    ...misses.map(({ article, missed, query }) => ({
      what: 'search' as const,
      article,
      people: missed,
      query,
    })),
    ...reviews
      .filter(({ reviewBy }) => reviewBy < today)
      .map((article) => ({ what: 'review' as const, article, people: article.reads })),
  ];
  const worse = verdicts
    .filter(({ verdict }) => verdict === 'worse')
    .map(({ article }) => ({ what: 'worse' as const, article, people: article.reads }));
  const sorted = all
    .filter(({ what, people }) => people > 0 || what === 'review')
    .toSorted((a, b) => b.people - a.people);
  const first = [...worse, ...sorted];
  return first
    .filter(({ what }, at) => first.findIndex((one) => one.what === what) === at)
    .slice(0, WORTH_DOING);
}

/**
 * The seven days before today, as far as they concern an owner.
 * @param owner a handle in authors.yml
 * @returns undefined when there is nothing to say
 */
export async function ownerWeek(
  db: Kysely<Database>,
  owner: string,
  now: Date,
): Promise<OwnerWeek | undefined> {
  const today = dayOf(now);
  const scope = {
    from: dayOf(new Date(now.getTime() - 7 * DAY)),
    to: dayOf(new Date(now.getTime() - DAY)),
  };
  const [owned, comments, misses, verdicts] = await Promise.all([
    listOwnedArticles(db, owner, scope),
    listOwnedComments(db, owner, scope, COMMENTS_TOLD),
    listOwnedMisses(db, owner, scope, MISSES_TOLD),
    listToldVerdicts(db, owner, new Date(now.getTime() - 7 * DAY)),
  ]);
  const byId = new Map(owned.map((article) => [article.id, article]));
  const withArticle = <Row extends { articleId: number }>(rows: Row[]) =>
    rows.flatMap((row) => {
      const article = byId.get(row.articleId);
      return article ? [{ ...row, article }] : [];
    });
  const soon = dayOf(new Date(now.getTime() + REVIEW_SOON));
  const told = {
    scope,
    verdicts: withArticle(verdicts).flatMap(({ article, verdict }) =>
      verdict === 'no evidence yet' ? [] : [{ article, verdict }],
    ),
    articles: owned
      .filter(({ n, comments: written, escalated }) => n + written + escalated > 0)
      .toSorted((a, b) => b.escalated - a.escalated || b.n - a.n),
    comments: withArticle(comments),
    misses: withArticle(misses),
    reviews: owned
      .flatMap((article) =>
        article.reviewBy !== null && article.reviewBy <= soon
          ? [{ ...article, reviewBy: article.reviewBy }]
          : [],
      )
      .toSorted((a, b) => (a.reviewBy < b.reviewBy ? -1 : 1)),
  };
  const isEmpty = [told.verdicts, told.articles, told.comments, told.misses, told.reviews].every(
    (rows) => rows.length === 0,
  );
  return isEmpty ? undefined : { ...told, worthDoing: worthDoing(told, today) };
}
