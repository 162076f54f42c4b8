import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Role } from '#src/features/accounts/actor.ts';

/** A member as moderators see them. */
export interface RecordedMember {
  id: number;
  handle: string;
  name: string;
  role: Role;
  questions: number;
  answers: number;
  /** Their answers that are accepted. */
  accepted: number;
  /** Texts that moderators took down from the queue. */
  removed: number;
}

const COUNTED = sql`
  members.id, handle, name, role,
  (SELECT count(*)::integer FROM questions
    WHERE author_id = members.id AND deleted_at IS NULL AND hidden_at IS NULL) AS questions,
  (SELECT count(*)::integer FROM answers
    WHERE author_id = members.id AND deleted_at IS NULL AND hidden_at IS NULL) AS answers,
  (SELECT count(*)::integer FROM answers JOIN questions ON accepted_answer_id = answers.id
    WHERE answers.author_id = members.id) AS accepted,
  (SELECT count(*)::integer FROM review_items
    WHERE author_id = members.id AND outcome = 'removed') AS removed`;

/** A member by their handle or id; not who has left. */
export async function findRecordedMember(
  db: Kysely<Database>,
  by: { handle: string } | { id: number },
): Promise<RecordedMember | undefined> {
  const which = 'id' in by ? sql`id = ${by.id}` : sql`lower(handle) = lower(${by.handle})`;
  const { rows } = await sql<RecordedMember>`
    SELECT ${COUNTED} FROM members WHERE ${which} AND deleted_at IS NULL`.execute(db);
  return rows[0];
}

/** A text of a member that moderators took down. */
export interface RemovedText {
  title: string;
  reason: string | null;
  decidedAt: Date;
}

/** What moderators took down of a member's texts, the latest first. */
export async function listRemovedTexts(
  db: Kysely<Database>,
  memberId: number,
  since: Date,
  limit: number,
): Promise<RemovedText[]> {
  const { rows } = await sql<RemovedText>`
    SELECT questions.title, review_items.reason, decided_at AS "decidedAt"
    FROM review_items JOIN questions ON questions.id = question_id
    WHERE review_items.author_id = ${memberId} AND outcome = 'removed' AND decided_at > ${since}
    ORDER BY decided_at DESC LIMIT ${limit}`.execute(db);
  return rows;
}
