import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { searchSubject, UNDECIDED, type InsightState } from './insight-state.ts';
import { listStates } from './insight-states.store.ts';
import { countWaiting } from '#src/features/feedback/waiting-readers.store.ts';

/** Searches of one meaning. */
interface SearchTopic {
  locale: string;
  searches: { query: string; missed: number }[];
}

/** What was decided about a topic, under which names, and how many wait for it. */
export interface Decided {
  decided: InsightState;
  subjects: string[];
  waiting: number;
}

/**
 * What was decided about topics. One is in the state in which most of those who missed it are: of a
 * topic that is closed, a new way of saying it may come up, and a rare one opens nothing again.
 */
export async function decidedSearches<Topic extends SearchTopic>(
  db: Kysely<Database>,
  topics: Topic[],
): Promise<(Topic & Decided)[]> {
  const subjectsOf = ({ locale, searches }: SearchTopic) =>
    searches.map(({ query }) => searchSubject({ locale, query }));
  const all = topics.flatMap(subjectsOf);
  const [states, waits] = await Promise.all([
    listStates(db, 'search', all),
    countWaiting(db, 'search', all),
  ]);
  return topics.map((topic) => {
    const subjects = subjectsOf(topic);
    const weights = new Map<string, { missed: number; decided: InsightState }>();
    for (const [at, { missed }] of topic.searches.entries()) {
      const decided = states.get(subjects[at]!) ?? UNDECIDED;
      const known = weights.get(decided.state);
      weights.set(decided.state, {
        missed: (known?.missed ?? 0) + missed,
        decided: known?.decided ?? decided,
      });
    }
    const [heaviest] = [...weights.values()].toSorted((a, b) => b.missed - a.missed);
    const waiting = subjects.reduce((sum, subject) => sum + (waits.get(subject) ?? 0), 0);
    return { ...topic, subjects, decided: heaviest?.decided ?? UNDECIDED, waiting };
  });
}
