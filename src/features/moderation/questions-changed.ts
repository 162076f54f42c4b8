import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { LISTS_TAG, questionTag } from '#src/features/community/announce.ts';
import { tellChange } from '#src/server/changes.ts';

/** Tags that one notification can carry; PostgreSQL takes 8,000 bytes. */
const MOST_TAGS = 300;

/** Tells open pages and kept ones that many questions look different once it commits. */
export async function allQuestionsChanged(
  trx: Transaction<Database>,
  ids: number[],
): Promise<void> {
  await tellChange(trx, ids.length > MOST_TAGS ? ['*'] : [LISTS_TAG, ...ids.map(questionTag)]);
}
