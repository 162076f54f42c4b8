import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { editVerdict, newcombe, type Verdict } from '#src/features/measures/edit-verdict.ts';
import { LEAST_VOTES, type Interval } from '#src/features/measures/helpfulness.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import { shareOf, type Share } from '#src/features/measures/share.ts';
import { sumFiguresOf } from './article-figures.store.ts';
import {
  countReadingTime,
  listArticleWeeks,
  listEscalations,
  listNextSteps,
  listQueriesTo,
  listRemarks,
  listSectionReasons,
  listSeries,
  listVoteWeeks,
  type ArticleWeek,
  type Escalation,
  type NextStep,
  type Remark,
  type SectionReason,
  type SeriesRow,
  type VoteWeek,
} from './article-report.store.ts';
import { readingTimeMedian } from './reading-time-median.ts';

const COMMENTS_SHOWN = 100;
const QUERIES_SHOWN = 20;
const ESCALATIONS_SHOWN = 50;

/** A text of the article, and whether it did better than the one before. */
export interface Edit {
  seriesId: number;
  /** When it took the place of the one before; an earlier text may do so again. */
  at: Date;
  isPresent: boolean;
  helpful: Share;
  /** Null for the first text. */
  verdict: Verdict | null;
  /** Against the text before, in shares; null below ten votes on either side. */
  difference: (Interval & { points: number }) | null;
}

/** All that is known of one article in a scope's days. */
export interface ArticleReport {
  views: number;
  reads: number;
  failed: Share;
  weeks: ArticleWeek[];
  voteWeeks: VoteWeek[];
  edits: Edit[];
  sections: SectionReason[];
  remarks: Remark[];
  queries: { query: string; locale: string; visits: number }[];
  next: NextStep[];
  escalations: Escalation[];
  readingTime: { classes: number[]; median: number | null };
}

function editsOf(series: SeriesRow[]): Edit[] {
  return series.map((one, at) => {
    const previous = series[at - 1];
    const areEnough = previous && previous.n >= LEAST_VOTES && one.n >= LEAST_VOTES;
    return {
      seriesId: one.id,
      at: previous?.endedAt ?? one.startedAt,
      isPresent: one.endedAt === null,
      helpful: shareOf(one.yes, one.n),
      verdict: previous ? editVerdict(previous, one) : null,
      difference: areEnough ? newcombe(previous, one) : null,
    };
  });
}

/** Puts together what is known of an article. */
export async function articleReport(
  db: Kysely<Database>,
  articleId: number,
  scope: Scope,
): Promise<ArticleReport> {
  const [figures, weeks, voteWeeks, series, remarks, queries, next, escalations, classes] =
    await Promise.all([
      sumFiguresOf(db, articleId, scope),
      listArticleWeeks(db, articleId, scope),
      listVoteWeeks(db, articleId, scope),
      listSeries(db, articleId, scope),
      listRemarks(db, articleId, scope, COMMENTS_SHOWN),
      listQueriesTo(db, articleId, scope, QUERIES_SHOWN),
      listNextSteps(db, articleId, scope),
      listEscalations(db, articleId, scope, ESCALATIONS_SHOWN),
      countReadingTime(db, articleId, scope),
    ]);
  const present = series.find(({ endedAt }) => endedAt === null);
  return {
    views: figures.views,
    reads: figures.reads,
    failed: shareOf(figures.escalated, figures.reads),
    weeks,
    voteWeeks,
    edits: editsOf(series),
    sections: present ? await listSectionReasons(db, present.id, scope) : [],
    remarks,
    queries,
    next,
    escalations,
    readingTime: { classes, median: readingTimeMedian(classes) },
  };
}
