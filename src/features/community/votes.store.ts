import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Vote } from './vote.ts';

/**
 * Writes a member's vote in place of the one before, and the score with it. The question must be
 * locked, so that score and votes cannot part.
 * @param noun what is voted on
 */
export async function putVote(
  trx: Transaction<Database>,
  noun: 'question' | 'answer',
  id: number,
  memberId: number,
  vote: Vote,
  now: Date,
): Promise<void> {
  const votes = sql.table(`${noun}_votes`);
  const target = sql.ref(`${noun}_id`);
  const { rows } = await sql<{ value: number }>`
    SELECT value FROM ${votes} WHERE ${target} = ${id} AND member_id = ${memberId}`.execute(trx);
  const step = vote - (rows[0]?.value ?? 0);
  if (step === 0) return;
  if (vote === 0) {
    await sql`DELETE FROM ${votes} WHERE ${target} = ${id} AND member_id = ${memberId}`.execute(
      trx,
    );
  } else {
    await sql`
      INSERT INTO ${votes} (${target}, member_id, value, created_at)
      VALUES (${id}, ${memberId}, ${vote}, ${now})
      ON CONFLICT (${target}, member_id) DO UPDATE
      SET value = excluded.value, created_at = excluded.created_at`.execute(trx);
  }
  await sql`UPDATE ${sql.table(`${noun}s`)} SET score = score + ${step} WHERE id = ${id}`.execute(
    trx,
  );
}
