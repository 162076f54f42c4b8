import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import { clusterTexts } from './cluster-texts.ts';
import { listOpenQuestions, type OpenQuestion } from './open-questions.store.ts';
import { listMissedSearches } from './searches.store.ts';

/** Of each language; what comes after was missed by next to nobody. */
const QUERIES_READ = 500;
const QUESTIONS_READ = 1000;
const GAPS_SHOWN = 300;

/** An article that seems to be missing, with what speaks for it. */
export interface Gap {
  locale: string;
  /** In the words of most of those who miss it. */
  title: string;
  /** Visits that searched in vain, and members who asked. */
  people: number;
  searches: { query: string; missed: number; nothing: number }[];
  questions: Pick<OpenQuestion, 'id' | 'title' | 'why' | 'people'>[];
}

type Evidence =
  | { search: Gap['searches'][number]; question?: undefined }
  | { question: Gap['questions'][number]; search?: undefined };

/**
 * Candidates for articles: what was searched for without a good match, and what was asked and not
 * answered by an article, put together by meaning, those that most people miss first. Searches that
 * found good results which nobody opened want another title, not another article, and count here
 * only beside a question.
 */
export async function gapsReport(db: Kysely<Database>, scope: Scope): Promise<Gap[]> {
  const [searches, questions] = await Promise.all([
    listMissedSearches(db, scope, QUERIES_READ),
    listOpenQuestions(db, scope, QUESTIONS_READ),
  ]);
  const clusters = clusterTexts<{
    text: string;
    locale: string;
    people: number;
    ledTo: string[];
    evidence: Evidence;
  }>([
    ...searches.map(({ locale, query, missed, nothing }) => ({
      text: query,
      locale,
      people: missed,
      ledTo: [],
      evidence: { search: { query, missed, nothing } },
    })),
    ...questions.map(({ id, title, locale, why, people }) => ({
      text: title,
      locale,
      people,
      ledTo: [],
      evidence: { question: { id, title, why, people } },
    })),
  ]);
  const unmatched = new Set(
    searches
      .filter(({ nothing, partial }) => nothing + partial > 0)
      .map(({ locale, query }) => `${locale}\0${query}`),
  );
  return clusters
    .map(({ locale, texts, people }) => ({
      locale,
      title: texts[0]!.text,
      people,
      searches: texts.flatMap(({ evidence: { search } }) => search ?? []),
      questions: texts.flatMap(({ evidence: { question } }) => question ?? []),
    }))
    .filter(
      ({ locale, searches: own, questions: asked }) =>
        asked.length > 0 || own.some(({ query }) => unmatched.has(`${locale}\0${query}`)),
    )
    .slice(0, GAPS_SHOWN);
}
