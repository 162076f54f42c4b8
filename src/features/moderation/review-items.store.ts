import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { CLAIM_MINUTES, type ItemKind, type ReviewItem } from './review-item.ts';
import type { Acceptance, Written } from './writing-state.ts';

interface NewItem {
  noun: Written;
  writingId: number;
  questionId: number;
  authorId: number;
  kind: ItemKind;
  reasons?: string[];
  isUnread?: boolean;
}

const COLUMNS = sql`
  id, noun, writing_id AS "writingId", question_id AS "questionId", author_id AS "authorId", kind,
  reasons, opened_at AS "openedAt", is_unread AS "isUnread",
  CASE WHEN accepted_at IS NOT NULL THEN json_build_object(
    'answerId', writing_id, 'byId', accepted_by_id, 'at', accepted_at
  ) END AS acceptance,
  claimed_by_id AS "claimedById", claimed_until AS "claimedUntil", decided_at AS "decidedAt"`;

/** JSON has made a text of the time. */
const item = (row: ReviewItem): ReviewItem => ({
  ...row,
  acceptance: row.acceptance && { ...row.acceptance, at: new Date(row.acceptance.at) },
});

export async function findItem(db: Kysely<Database>, id: number): Promise<ReviewItem | undefined> {
  const { rows } = await sql<ReviewItem>`
    SELECT ${COLUMNS} FROM review_items WHERE id = ${id}`.execute(db);
  return rows[0] && item(rows[0]);
}

/** An item that nobody else can change before the transaction ends; its question is locked before. */
export async function lockItem(
  trx: Transaction<Database>,
  id: number,
): Promise<ReviewItem | undefined> {
  const { rows } = await sql<ReviewItem>`
    SELECT ${COLUMNS} FROM review_items WHERE id = ${id} FOR UPDATE`.execute(trx);
  return rows[0] && item(rows[0]);
}

/** Whether something of a member waits as their first post. */
export async function hasFirstPost(trx: Transaction<Database>, memberId: number): Promise<boolean> {
  const row = await trx
    .selectFrom('review_items')
    .select('id')
    .where('author_id', '=', memberId)
    .where('kind', '=', 'first-post')
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Puts a text into the queue, where it may be already; the graver cause stays. @returns its id */
export async function openItem(
  trx: Transaction<Database>,
  { noun, writingId, questionId, authorId, kind, reasons = [], isUnread = false }: NewItem,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO review_items
      (noun, writing_id, question_id, author_id, kind, reasons, is_unread, opened_at)
    VALUES (${noun}, ${writingId}, ${questionId}, ${authorId}, ${kind}, ${reasons}, ${isUnread}, ${now})
    ON CONFLICT (noun, writing_id) WHERE decided_at IS NULL DO UPDATE SET
      kind = CASE WHEN review_items.kind = 'held' OR excluded.kind = 'first-post'
        THEN review_items.kind ELSE excluded.kind END,
      reasons = CASE WHEN excluded.kind = 'held' THEN excluded.reasons ELSE review_items.reasons END
    RETURNING id`.execute(trx);
  return rows[0]!.id;
}

/** Remembers the acceptance that hiding a text took away. */
export async function keepAcceptance(
  trx: Transaction<Database>,
  id: number,
  acceptance: Acceptance | null,
): Promise<void> {
  await trx
    .updateTable('review_items')
    .set({ accepted_by_id: acceptance?.byId ?? null, accepted_at: acceptance?.at ?? null })
    .where('id', '=', id)
    .execute();
}

/**
 * Keeps an open item for a moderator, unless another has it, or unless they wrote the text.
 * @returns whether they have it
 */
export async function claimOpenItem(
  db: Kysely<Database>,
  id: number,
  moderatorId: number,
  now: Date,
): Promise<boolean> {
  const until = new Date(now.getTime() + CLAIM_MINUTES * 60_000);
  const { numUpdatedRows } = await db
    .updateTable('review_items')
    .set({ claimed_by_id: moderatorId, claimed_until: until })
    .where('id', '=', id)
    .where('author_id', '<>', moderatorId)
    .where('decided_at', 'is', null)
    .where((where) =>
      where.or([
        where('claimed_by_id', 'is', null),
        where('claimed_by_id', '=', moderatorId),
        where('claimed_until', '<=', now),
      ]),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Writes what was decided. @param reason as the author reads it */
export async function closeItem(
  trx: Transaction<Database>,
  id: number,
  decision: { byId: number; outcome: 'kept' | 'removed'; reason: string | null },
  now: Date,
): Promise<void> {
  await trx
    .updateTable('review_items')
    .set({
      decided_at: now,
      decided_by_id: decision.byId,
      outcome: decision.outcome,
      reason: decision.reason,
      claimed_until: null,
    })
    .where('id', '=', id)
    .execute();
}

/** Puts a decided item back into the queue. @returns false when its text is there again already */
export async function reopenItem(trx: Transaction<Database>, id: number): Promise<boolean> {
  const { rows } = await sql`
    UPDATE review_items SET decided_at = NULL, decided_by_id = NULL, outcome = NULL, reason = NULL,
      claimed_by_id = NULL, claimed_until = NULL
    WHERE id = ${id} AND decided_at IS NOT NULL AND NOT EXISTS (
      SELECT FROM review_items AS other
      WHERE other.noun = review_items.noun AND other.writing_id = review_items.writing_id
        AND other.decided_at IS NULL
    ) RETURNING id`.execute(trx);
  return rows.length === 1;
}

/** Counts open items up to a number beyond which nobody counts. */
export async function countOpenItems(db: Kysely<Database>, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM (
      SELECT FROM review_items WHERE decided_at IS NULL LIMIT ${most}
    ) AS waiting`.execute(db);
  return rows[0]?.count ?? 0;
}
