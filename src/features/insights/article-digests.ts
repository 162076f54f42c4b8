import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Period, Scope } from '#src/features/measures/scope.ts';
import { shareOf } from '#src/features/measures/share.ts';
import type { ArticleDigest } from './article-digest.ts';
import { readArticleWays } from './article-ways.ts';
import { readArticleFigures } from './read-article-figures.ts';
import { articleRecords } from './article-records.ts';
import { countReasons, listComments } from './article-records.store.ts';

/** Enough to hear what is the matter, few enough to be read. */
const SHOWN = 3;

/**
 * Every article of a scope's owner, shelf and language with what a writer needs to know of it, the
 * worst first; those that left the content folder too. What readers said is of all pages that show
 * the article, who came, of the scope's days.
 */
export async function articleDigests(
  db: Kysely<Database>,
  scope: Scope & { period?: Period },
): Promise<ArticleDigest[]> {
  // A page in a language without a text of its own shows, and counts for, the usual one's.
  const { locale, owner, category, ...days } = scope;
  const [all, figures, ways] = await Promise.all([
    articleRecords(db),
    readArticleFigures(db, days),
    readArticleWays(db, days),
  ]);
  const records = all.filter(
    (record) =>
      (locale === undefined || record.locale === locale) &&
      (owner === undefined || record.owner === owner) &&
      (category === undefined || record.category === category),
  );
  const heard = records.filter(({ n }) => n > 0).map(({ series }) => series);
  const [reasons, comments] = await Promise.all([
    countReasons(db, heard),
    listComments(db, heard, SHOWN),
  ]);
  const reasonsOf = Map.groupBy(reasons, (one) => one.series);
  const commentsOn = Map.groupBy(comments, (one) => one.series);
  return records.map(({ series, seriesBefore: _, ...record }) => {
    const found = ways.get(record.id);
    const { views = 0, reads = 0, escalated = 0 } = figures.get(record.id) ?? {};
    return {
      ...record,
      reasons: Object.fromEntries(
        (reasonsOf.get(series) ?? []).map(({ reason, count }) => [reason, count]),
      ),
      views,
      reads,
      comments: (commentsOn.get(series) ?? []).map(({ series: __, ...comment }) => comment),
      failed: shareOf(escalated, reads),
      queries: found?.queries ?? [],
      next: found?.next ?? [],
    };
  });
}
