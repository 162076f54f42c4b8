import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import { clusterTexts } from './cluster-texts.ts';
import {
  listClicksOf,
  listMissedSearches,
  listSearchChanges,
  type ChangeRow,
  type SearchRow,
} from './searches.store.ts';

/** Of each language; what comes after was missed by next to nobody. */
const QUERIES_READ = 500;
const CHANGES_READ = 1000;
const LED_TO_SHOWN = 3;

/** A query that was missed, with where it led those who opened something. */
export interface MissedSearch extends Omit<SearchRow, 'locale'> {
  ledTo: { articleId: number | null; questionId: number | null; visits: number }[];
  /** What people typed next, when they had opened nothing. */
  changedTo: Pick<ChangeRow, 'nextQuery' | 'visits' | 'nextClicked'>[];
}

/** Missed queries of one meaning. */
export interface MissedTopic {
  locale: string;
  /** Visits in which one of them was missed; who tried two ways of saying it counts twice. */
  missed: number;
  queries: MissedSearch[];
}

/** What people searched for in vain in a scope's days, the most of them first. */
export async function searchesReport(db: Kysely<Database>, scope: Scope): Promise<MissedTopic[]> {
  const [searches, changes] = await Promise.all([
    listMissedSearches(db, scope, QUERIES_READ),
    listSearchChanges(db, scope, CHANGES_READ),
  ]);
  const clicks = await listClicksOf(db, scope, [...new Set(searches.map(({ query }) => query))]);
  const key = ({ locale, query }: { locale: string; query: string }) => `${locale}\0${query}`;
  const clicksOf = Map.groupBy(clicks, key);
  const changesOf = Map.groupBy(changes, key);
  const clusters = clusterTexts(
    searches.map((search) => ({
      search,
      text: search.query,
      locale: search.locale,
      people: search.missed,
      ledTo: (clicksOf.get(key(search)) ?? [])
        .slice(0, 1)
        .map(({ articleId, questionId }) => `${articleId ?? ''}/${questionId ?? ''}`),
    })),
  );
  return clusters.map(({ locale, texts, people }) => ({
    locale,
    missed: people,
    queries: texts.map(({ search: { locale: _, ...search } }) => ({
      ...search,
      ledTo: (clicksOf.get(key({ locale, query: search.query })) ?? [])
        .slice(0, LED_TO_SHOWN)
        .map(({ articleId, questionId, visits }) => ({ articleId, questionId, visits })),
      changedTo: (changesOf.get(key({ locale, query: search.query })) ?? [])
        .slice(0, LED_TO_SHOWN)
        .map(({ nextQuery, visits, nextClicked }) => ({ nextQuery, visits, nextClicked })),
    })),
  }));
}
