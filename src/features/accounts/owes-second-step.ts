import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { hashOfToken } from '#src/server/token.ts';
import { findSecondStep } from './second-steps.store.ts';

/** Whether a browser is half-way in; nothing is changed. @param token from its cookie */
export async function owesSecondStep(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<boolean> {
  return (await findSecondStep(db, hashOfToken(token), now)) !== undefined;
}
