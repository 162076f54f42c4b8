import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { editAddress, WORDS_A_MINUTE } from '#src/features/articles/article-page.ts';
import { articleFacts, manifest } from '#src/features/articles/manifest.ts';
import type { Section } from '#src/features/content/article.ts';
import { NotFound } from '#src/server/errors.ts';
import { articleReport, type ArticleReport } from './article-report.ts';
import { findArticle, type InsightArticle } from './insight-articles.store.ts';
import { listInsightComments, type InsightComment } from './insight-comments.store.ts';
import type { TableScope } from './insight-table.ts';

const COMMENTS_SHOWN = 100;

/** What the page about an article shows. */
export interface ArticlePage {
  article: InsightArticle;
  /** `locale/category/slug` */
  address: string;
  report: ArticleReport;
  comments: InsightComment[];
  /** Of the present text; empty for an article that is no longer published. */
  sections: Section[];
  /** How many words it has, and the seconds that somebody needs who reads them all. */
  length: { words: number; seconds: number } | undefined;
  ownerName: string | undefined;
  editUrl: string | undefined;
}

/**
 * All that is known of an article in a scope's days.
 * @param address `locale/category/slug`
 * @throws NotFound
 */
export async function readArticlePage(
  db: Kysely<Database>,
  address: string,
  scope: TableScope,
): Promise<ArticlePage> {
  const article = await findArticle(db, address);
  if (!article) throw new NotFound();
  const { id: articleId, locale, category, slug } = article;
  // An article is one whose owner and shelf are known: only days and language limit its figures.
  const { owner: _, category: __, ...days } = scope;
  const [report, comments, facts, { authors, editUrl }] = await Promise.all([
    articleReport(db, articleId, days),
    listInsightComments(db, days, { articleId, most: COMMENTS_SHOWN }),
    articleFacts(locale, category, slug),
    manifest(),
  ]);
  const text = facts?.locale === locale ? facts : undefined;
  return {
    article,
    address,
    report,
    comments,
    sections: text?.sections ?? [],
    length: text && { words: text.words, seconds: (text.words / WORDS_A_MINUTE) * 60 },
    ownerName: authors.find(({ handle }) => handle === article.owner)?.name,
    editUrl: article.removed ? undefined : editAddress(editUrl, article.file),
  };
}
