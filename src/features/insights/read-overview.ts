import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { editVerdict, type Verdict } from '#src/features/measures/edit-verdict.ts';
import type { Votes } from '#src/features/measures/helpfulness.ts';
import { before } from '#src/features/measures/scope.ts';
import { countVotes } from '#src/features/measures/vote-counts.store.ts';
import { shareOf } from '#src/features/measures/share.ts';
import { articleList } from './article-list.ts';
import { listRecords, type RecordRow } from './article-records.store.ts';
import { compareMeasures, type ComparedMeasure } from './compare-measures.ts';
import { firstTasks, type Task } from './first-tasks.ts';
import type { TableScope } from './insight-table.ts';
import { measured } from './measured.ts';
import type { NewMiss } from './new-misses.store.ts';
import { readReport } from './read-report.ts';
import { countVotesBefore } from './votes-given.store.ts';

const MISSES_SHOWN = 5;

/** An edit whose verdict has come in. */
export interface NewVerdict {
  article: Pick<RecordRow, 'locale' | 'category' | 'slug' | 'title'>;
  verdict: Verdict;
}

export interface Overview {
  measures: ComparedMeasure[];
  verdicts: NewVerdict[];
  misses: NewMiss[];
  tasks: Task[];
}

const NONE: Votes = { n: 0, yes: 0 };

/**
 * Edits on which there is a verdict now and was none, or another, before.
 * @param votes of each series, now
 * @param votesBefore of each series, at the beginning of the period
 */
export function newVerdicts(
  records: RecordRow[],
  votes: Map<number, Votes>,
  votesBefore: Map<number, Votes>,
): NewVerdict[] {
  return records.flatMap((article) => {
    const { series, seriesBefore, removed } = article;
    if (removed || seriesBefore === null) return [];
    const on = (counts: Map<number, Votes>) =>
      editVerdict(counts.get(seriesBefore) ?? NONE, counts.get(series) ?? NONE);
    const verdict = on(votes);
    if (verdict === 'no evidence yet' || verdict === on(votesBefore)) return [];
    return { article, verdict };
  });
}

/** What has changed in a scope's days against as many before, and what to do first. */
export async function readOverview(
  db: Kysely<Database>,
  scope: TableScope,
  now: Date,
): Promise<Overview> {
  const [present, earlier, articles, records, votes, votesBefore, misses] = await Promise.all([
    measured(db, scope, now),
    measured(db, before(scope), now),
    articleList(db, scope),
    listRecords(db),
    countVotes(db),
    countVotesBefore(db, scope.from),
    readReport(db, 'new-misses', scope),
  ]);
  const sum = (of: (one: (typeof articles)[number]) => number) =>
    articles.reduce((total, one) => total + of(one), 0);
  const usual = {
    helpful: shareOf(
      sum(({ yes }) => yes),
      sum(({ n }) => n),
    ),
    failed: shareOf(
      sum(({ failed }) => failed.count),
      sum(({ reads }) => reads),
    ),
  };
  return {
    measures: compareMeasures(present, earlier),
    verdicts: newVerdicts(records, votes, votesBefore),
    misses: misses.slice(0, MISSES_SHOWN),
    tasks: await firstTasks(db, scope, articles, usual, now),
  };
}
