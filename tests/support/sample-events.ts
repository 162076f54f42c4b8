import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** An event as a test tells it; what is left out is as usual. */
export interface SampleEvent {
  /** A moment in ISO form, or minutes after midnight of 2 November 2026 (UTC). */
  at: string | number;
  kind: string;
  visitor?: string;
  bucket?: 'person' | 'program';
  locale?: string;
  article?: number;
  revision?: number;
  question?: number;
  page?: number;
  details?: Record<string, unknown>;
}

const momentOf = (at: string | number) =>
  typeof at === 'string' ? at : new Date(Date.UTC(2026, 10, 2) + at * 60_000).toISOString();

/** Writes events as if they had been recorded. */
export async function sampleEvents(db: Kysely<Database>, events: SampleEvent[]): Promise<void> {
  for (const one of events) {
    await sql`
      INSERT INTO events (at, kind, visitor, bucket, locale, article_id, article_revision_id,
        question_id, page, details)
      VALUES (${momentOf(one.at)}, ${one.kind}, ${one.visitor ?? 'ann'},
        ${one.bucket ?? 'person'}, ${one.locale ?? 'en'}, ${one.article ?? null},
        ${one.revision ?? null}, ${one.question ?? null}, ${one.page ?? null},
        ${JSON.stringify(one.details ?? {})}::jsonb)`.execute(db);
  }
}

let pages = 0;

/** A view of an article on a page of its own, told when it ended. */
export const view = (
  visitor: string,
  at: number | string,
  article: number,
  seconds: number,
  more: Partial<SampleEvent> = {},
): SampleEvent => ({
  at,
  kind: 'article-viewed',
  visitor,
  article,
  page: (pages += 1),
  details: { seconds },
  ...more,
});

/** A search with what it found. */
export const searched = (
  visitor: string,
  at: number,
  normalised: string,
  quality: 'good' | 'partial' | 'none' = 'good',
): SampleEvent => ({
  at,
  kind: 'searched',
  visitor,
  details: { query: normalised, normalised, quality, results: quality === 'none' ? 0 : 3 },
});

/** A result that was opened. */
export const clicked = (
  visitor: string,
  at: number,
  normalised: string,
  article: number,
  rank: number,
): SampleEvent => ({
  at,
  kind: 'result-clicked',
  visitor,
  article,
  details: { query: normalised, normalised, rank },
});
