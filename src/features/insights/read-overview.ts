import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { editVerdict, type Verdict } from '#src/features/measures/edit-verdict.ts';
import type { Votes } from '#src/features/measures/helpfulness.ts';
import { before } from '#src/features/measures/scope.ts';
import { shareOf } from '#src/features/measures/share.ts';
import { articleList, type ListedArticle } from './article-list.ts';
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
  article: Pick<ListedArticle, 'locale' | 'category' | 'slug' | 'title'>;
  verdict: Verdict;
}

export interface Overview {
  measures: ComparedMeasure[];
  verdicts: NewVerdict[];
  misses: NewMiss[];
  tasks: Task[];
}

const NONE: Votes = { n: 0, yes: 0 };

type Judged = Pick<ListedArticle, 'removed' | 'series' | 'seriesBefore' | 'change'>;

/** On whose last edit there is a verdict. */
const isJudged = ({ removed, change }: Judged) =>
  !removed && change !== null && change.verdict !== 'no evidence yet';

/**
 * Articles on whose last edit there is a verdict now and was none, or another, before.
 * @param votesBefore of each series, at the beginning of the period
 */
export function newlyJudged<Article extends Judged>(
  articles: Article[],
  votesBefore: Map<number, Votes>,
): Article[] {
  const before = (series: number | null) => votesBefore.get(series ?? 0) ?? NONE;
  return articles.filter(
    (one) =>
      isJudged(one) &&
      one.change?.verdict !== editVerdict(before(one.seriesBefore), before(one.series)),
  );
}

/** What has changed in a scope's days against as many before, and what to do first. */
export async function readOverview(
  db: Kysely<Database>,
  scope: TableScope,
  now: Date,
): Promise<Overview> {
  const [present, earlier, articles, misses] = await Promise.all([
    measured(db, scope, now),
    measured(db, before(scope), now),
    articleList(db, scope),
    readReport(db, 'new-misses', scope),
  ]);
  const judged = articles.filter(isJudged);
  const votesBefore = await countVotesBefore(
    db,
    scope.from,
    judged.flatMap(({ series, seriesBefore }) => [series, seriesBefore ?? 0]),
  );
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
    verdicts: newlyJudged(judged, votesBefore).map((article) => ({
      article,
      verdict: article.change!.verdict,
    })),
    misses: misses.slice(0, MISSES_SHOWN),
    tasks: await firstTasks(db, scope, articles, usual, now),
  };
}
