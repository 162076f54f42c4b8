import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Closes the open items about a member's texts that were deleted for good, and their flags. */
export async function closeItemsOfGone(
  trx: Transaction<Database>,
  memberId: number,
  now: Date,
): Promise<void> {
  const gone = (noun: 'question' | 'answer' | 'comment') => sql`
    SELECT ${noun} AS noun, id FROM ${sql.table(`${noun}s`)}
    WHERE author_id = ${memberId} AND deleted_at IS NOT NULL AND deleted_by_id IS NULL`;
  await sql`
    WITH closed AS (
      UPDATE review_items SET decided_at = ${now}, outcome = 'removed', claimed_until = NULL
      FROM (${gone('question')} UNION ALL ${gone('answer')} UNION ALL ${gone('comment')}) AS gone
      WHERE review_items.noun = gone.noun AND review_items.writing_id = gone.id
        AND decided_at IS NULL
      RETURNING review_items.id
    )
    UPDATE flags SET decided_at = ${now}
    FROM closed WHERE flags.item_id = closed.id AND flags.decided_at IS NULL`.execute(trx);
}
