import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { occasionName, type Occasion } from './occasion.ts';
import { insertAsked } from './survey-answers.store.ts';

/**
 * Whether to ask on an occasion now: the first time yes, and never again, answered or not. In a
 * transaction it belongs to it.
 */
export async function askOnce(
  db: Kysely<Database>,
  occasion: Occasion,
  now: Date,
): Promise<boolean> {
  return insertAsked(db, occasionName(occasion), now);
}
