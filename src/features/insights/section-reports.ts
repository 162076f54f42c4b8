import type { Section } from '#src/features/content/article.ts';
import type { Answer } from '#src/features/feedback/feedback.ts';
import type { SectionReason } from './article-report.store.ts';
import type { InsightComment } from './insight-comments.store.ts';

/** What readers said about a section of an article. */
export interface SectionReport {
  /** Null for the whole article. */
  id: string | null;
  /** Undefined where the present text has no such section. */
  title: string | undefined;
  /** Votes on the present text that name it or a reason, by answer, with their reasons. */
  votes: { answer: Answer; count: number; reasons: { reason: string; count: number }[] }[];
  comments: InsightComment[];
}

/** Reasons and comments by section: the whole article first, then as the sections stand in it. */
export function sectionReports(
  sections: Section[],
  reasons: SectionReason[],
  comments: InsightComment[],
): SectionReport[] {
  const named = [...reasons, ...comments].map(({ section }) => section);
  const known: (string | null)[] = [null, ...sections.map(({ id }) => id)];
  const gone = [...new Set(named)].filter((id) => !known.includes(id)).toSorted();
  return [...known, ...gone]
    .filter((id) => named.includes(id))
    .map((id) => ({
      id,
      title: sections.find((section) => section.id === id)?.title,
      votes: (['no', 'yes'] as const).flatMap((answer) => {
        const own = reasons.filter((one) => one.section === id && one.answer === answer);
        if (own.length === 0) return [];
        return {
          answer,
          count: own.reduce((sum, { count }) => sum + count, 0),
          reasons: own.flatMap(({ reason, count }) => (reason === null ? [] : { reason, count })),
        };
      }),
      comments: comments.filter(({ section }) => section === id),
    }));
}
