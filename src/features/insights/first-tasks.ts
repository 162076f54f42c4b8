import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { wilson } from '#src/features/measures/helpfulness.ts';
import type { Share } from '#src/features/measures/share.ts';
import type { ListedArticle } from './article-list.ts';
import { freshArticles, type FreshArticle } from './freshness-report.ts';
import { readState } from './insight-state.ts';
import { listStates } from './insight-states.store.ts';
import type { TableScope } from './insight-table.ts';
import { listMissingPages } from './missing-pages.store.ts';
import { listOpenQuestions } from './open-questions.store.ts';
import { readGaps } from './read-gaps.ts';

type Place = Pick<ListedArticle, 'locale' | 'category' | 'slug' | 'title'>;

/** Something that is worth doing, with how many it would help. */
export type Task = { people: number } & (
  | { kind: 'unhelpful' | 'failed' | 'overdue'; article: Place; n: number }
  | { kind: 'gap'; title: string; locale: string }
  | { kind: 'missing-page'; path: string }
  | { kind: 'unanswered'; questions: number }
);

const MOST_TASKS = 5;
/** Of each kind, so that a long list of one does not hide the others. */
const MOST_OF_A_KIND = 2;
/** Fewer may be chance. */
const LEAST_PEOPLE = 3;
const CANDIDATES = 50;

/** At least this share, by the interval, is worse than what is usual here. */
const isWorse = (high: number, usual: Share) => usual.share !== null && high < usual.share.value;

/** Articles that readers find less helpful than others, or after which more of them ask. */
function articleTasks(articles: ListedArticle[], usual: { helpful: Share; failed: Share }): Task[] {
  return articles.flatMap((article): Task[] => {
    if (article.removed) return [];
    const { n, yes, failed, reads } = article;
    const saidNo =
      article.helpfulness && isWorse(wilson({ n, yes }).high, usual.helpful) ? n - yes : 0;
    const isFailing =
      failed.share && usual.failed.share && failed.share.low > usual.failed.share.value;
    const wrote = isFailing ? failed.count : 0;
    if (saidNo === 0 && wrote === 0) return [];
    return [
      saidNo >= wrote
        ? { kind: 'unhelpful', article, people: saidNo, n }
        : { kind: 'failed', article, people: wrote, n: reads },
    ];
  });
}

/** The most worth doing, by the people whom it would help; at most two of a kind, five in all. */
export function rankTasks(tasks: Task[]): Task[] {
  return [...Map.groupBy(tasks, ({ kind }) => kind).values()]
    .flatMap((own) => own.toSorted((a, b) => b.people - a.people).slice(0, MOST_OF_A_KIND))
    .filter(({ people }) => people >= LEAST_PEOPLE)
    .toSorted((a, b) => b.people - a.people)
    .slice(0, MOST_TASKS);
}

const overdueTask = (one: FreshArticle): Task => ({
  kind: 'overdue',
  article: one,
  people: one.lost,
  n: one.reads,
});

/**
 * What to do first.
 * @param usual of all articles together, against which each is held
 */
export async function firstTasks(
  db: Kysely<Database>,
  scope: TableScope,
  articles: ListedArticle[],
  usual: { helpful: Share; failed: Share },
  now: Date,
): Promise<Task[]> {
  const [gaps, pages, questions, fresh] = await Promise.all([
    readGaps(db, scope, readState('new')),
    listMissingPages(db, scope, CANDIDATES),
    listOpenQuestions(db, scope, CANDIDATES),
    freshArticles(db, scope, now),
  ]);
  const states = await listStates(
    db,
    'missing-page',
    pages.map(({ path }) => path),
  );
  const unanswered = questions.filter(({ why }) => why === 'unanswered');
  return rankTasks([
    ...articleTasks(articles, usual),
    ...gaps.map(({ title, locale, people }): Task => ({ kind: 'gap', title, locale, people })),
    ...pages
      .filter(({ path }) => (states.get(path)?.state ?? 'new') === 'new')
      .map(({ path, visits }): Task => ({ kind: 'missing-page', path, people: visits })),
    ...fresh.filter(({ state }) => state === 'overdue').map(overdueTask),
    {
      kind: 'unanswered',
      questions: unanswered.length,
      people: unanswered.reduce((sum, { people }) => sum + people, 0),
    },
  ]);
}
