import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import { shareOf, type Share } from '#src/features/measures/share.ts';
import { listArticleFigures } from './article-figures.store.ts';
import { articleRecords, type ArticleRecord } from './article-records.ts';

/** An article as lists have it: what readers said of its present text, and who came. */
export interface ListedArticle extends Omit<ArticleRecord, 'comments'> {
  views: number;
  reads: number;
  /** Reads that an escalation followed. */
  failed: Share;
  /** Comments on the present text that are shown. */
  commented: number;
}

/**
 * The articles of a scope's owner and shelf, worst first, those that left the content folder only
 * while somebody still came for them. What readers said is of all pages that show the article; who
 * came, of the scope's days and language.
 */
export async function articleList(db: Kysely<Database>, scope: Scope): Promise<ListedArticle[]> {
  const [records, figures] = await Promise.all([articleRecords(db), listArticleFigures(db, scope)]);
  return records
    .filter(
      ({ owner, category }) =>
        (scope.owner === undefined || owner === scope.owner) &&
        (scope.category === undefined || category === scope.category),
    )
    .map(({ comments, ...record }) => {
      const { views = 0, reads = 0, escalated = 0 } = figures.get(record.id) ?? {};
      return {
        ...record,
        views,
        reads,
        failed: shareOf(escalated, reads),
        commented: comments.length,
      };
    })
    .filter(({ removed, views }) => !removed || views > 0);
}
