import type { ArticleFacts } from '#src/features/articles/manifest.ts';
import { topicWords } from '#src/features/search/topic-words.ts';
import {
  describeChange,
  describeHelpfulness,
  describeNext,
  describeOccasion,
  describeReaders,
  describeReasons,
} from './describe-records.ts';
import { rowsOf, type InsightsSource } from './insights-source.ts';

/** Something that readers said of an article, or looked for there. */
export interface ArticleNote {
  kind: 'comment' | 'search';
  /** Anchor of the heading that it is about; null for the article as a whole. */
  section: string | null;
  /** When and why, or how often. */
  occasion: string;
  /** In the reader's words. */
  text: string;
}

/** What a writer sees beside the page of an article. */
export interface ArticleNotes {
  title: string;
  /** Lines of figures, each with what it is. */
  facts: [name: string, value: string][];
  notes: ArticleNote[];
}

const NOTES_SHOWN = 30;

/** The section whose title has most of a query's words; null where none has any. */
function sectionFor(query: string, { sections, locale }: ArticleFacts): string | null {
  const asked = new Set(topicWords(query, locale));
  const best = sections
    .map(({ id, title }) => ({
      id,
      has: new Set(topicWords(title, locale)).intersection(asked).size,
    }))
    .toSorted((a, b) => b.has - a.has)[0];
  return best && best.has > 0 ? best.id : null;
}

/**
 * What is known of an article in the last month, in words.
 * @returns undefined when no reader has seen it yet
 */
export async function articleNotes(
  source: InsightsSource,
  facts: ArticleFacts,
): Promise<ArticleNotes | undefined> {
  const asked = { period: 'month' } as const;
  const [found, searches] = await Promise.all([
    source.article(facts, asked),
    rowsOf(source, 'searches', asked),
  ]);
  if (!found) return undefined;
  const { article, report } = found;
  const missed = new Map(searches.map((row) => [`${row.locale} ${row.query}`, row]));
  const comments = report.remarks.map((remark) => ({
    kind: 'comment' as const,
    section: remark.section,
    occasion: describeOccasion({ ...remark, section: null }),
    text: remark.comment,
  }));
  const misses = report.queries.flatMap(({ query, locale, visits }) => {
    const row = missed.get(`${locale} ${query}`);
    if (!row) return [];
    const occasion = `searched, missed in ${row.missed} of ${row.visits} visits; ${visits} came here`;
    return { kind: 'search' as const, section: sectionFor(query, facts), occasion, text: query };
  });
  const lines: [string, string][] = [
    ['Readers in 28 days', describeReaders(article) || 'none'],
    [
      'Helpfulness',
      describeHelpfulness(article, article.helpfulness) +
        (article.helpfulness ? `, n = ${article.n}` : ''),
    ],
    ['Last edit', describeChange(article.change)],
    ['Reasons', describeReasons(article.reasons)],
    ['Next', describeNext(article)],
  ];
  return {
    title: article.title,
    facts: lines.filter(([, value]) => value !== ''),
    notes: [...misses, ...comments].slice(0, NOTES_SHOWN),
  };
}
