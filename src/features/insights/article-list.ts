import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Period, Scope } from '#src/features/measures/scope.ts';
import { shareOf, type Share } from '#src/features/measures/share.ts';
import { readArticleFigures } from './read-article-figures.ts';
import { articleRecords, type ArticleRecord } from './article-records.ts';
import { countComments } from './insight-comments.store.ts';

/** An article as lists have it: what readers said of its present text, and who came. */
export interface ListedArticle extends ArticleRecord {
  views: number;
  reads: number;
  /** Reads that an escalation followed. */
  failed: Share;
}

/** With how many comments there are to read. */
export interface CommentedArticle extends ListedArticle {
  /** Comments of the scope's days, on the present text or an earlier one. */
  commented: number;
}

/**
 * The articles of a scope's owner and shelf, worst first: those in its language or with visits in
 * it, and of those that left the content folder the ones that somebody still came for. What readers
 * said is of all pages that show the article; who came, of the scope's days and language.
 */
export async function articleList(
  db: Kysely<Database>,
  scope: Scope & { period?: Period },
): Promise<ListedArticle[]> {
  const [records, figures] = await Promise.all([articleRecords(db), readArticleFigures(db, scope)]);
  return records
    .filter(
      ({ id, locale, owner, category }) =>
        (scope.locale === undefined || locale === scope.locale || figures.has(id)) &&
        (scope.owner === undefined || owner === scope.owner) &&
        (scope.category === undefined || category === scope.category),
    )
    .map((record) => {
      const { views = 0, reads = 0, escalated = 0 } = figures.get(record.id) ?? {};
      return {
        ...record,
        views,
        reads,
        failed: shareOf(escalated, reads),
      };
    })
    .filter(({ removed, views }) => !removed || views > 0);
}

/** The same, with how many comments of the scope's days each has. */
export async function commentedArticles(
  db: Kysely<Database>,
  scope: Scope & { period?: Period },
): Promise<CommentedArticle[]> {
  const [articles, commented] = await Promise.all([
    articleList(db, scope),
    countComments(db, scope),
  ]);
  return articles.map((one) => ({ ...one, commented: commented.get(one.id) ?? 0 }));
}
