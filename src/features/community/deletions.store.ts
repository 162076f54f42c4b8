import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Marks what a member wrote as deleted by somebody, or as no longer deleted. Nothing is lost. */
export async function markDeleted(
  trx: Transaction<Database>,
  table: 'questions' | 'answers' | 'comments',
  id: number,
  deletion: { byId: number; at: Date } | undefined,
): Promise<void> {
  await trx
    .updateTable(table)
    .set({ deleted_at: deletion?.at ?? null, deleted_by_id: deletion?.byId ?? null })
    .where('id', '=', id)
    .execute();
}
