import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Who replaced a text, and why, if they had to say. */
export interface Replacement {
  editorId: number;
  reason: string | null;
  at: Date;
}

/** A text as it was until somebody replaced it. */
export interface Revision {
  id: number;
  title: string | null;
  body: string;
  tags: string[] | null;
  editor: string;
  reason: string | null;
  replacedAt: Date;
  /** Whether it was replaced while readers did not see it. */
  wasHidden: boolean;
}

/** What an edit did: whose text it replaced, and where that is kept. */
export interface Edit {
  questionId: number;
  authorId: number;
  revisionId: number;
  reason: string | null;
}

/** A text that was just written. */
export interface Posted {
  noun: Revised;
  id: number;
  questionId: number;
}

/** Is told of a text in the transaction that writes it. */
export type OnPosted = (trx: Transaction<Database>, posted: Posted) => Promise<void>;

/** Is told of an edit in its transaction. */
export type OnEdit = (trx: Transaction<Database>, edit: Edit) => Promise<void>;

/** What has earlier states. */
export type Revised = 'question' | 'answer' | 'comment';

/** Keeps a text that is about to be replaced. @returns the revision's id */
export async function keepRevision(
  trx: Transaction<Database>,
  noun: Revised,
  id: number,
  writing: { title?: string; body: string; tags?: string[]; hiddenAt: Date | null },
  { editorId, reason, at }: Replacement,
): Promise<number> {
  const { title, body, tags, hiddenAt } = writing;
  const { rows } = await sql<{ id: number }>`
    INSERT INTO ${sql.table(`${noun}_revisions`)}
      (${sql.ref(`${noun}_id`)}, title, body, tags, editor_id, reason, replaced_at, was_hidden)
    VALUES (${id}, ${title ?? null}, ${body}, ${tags ?? null}, ${editorId}, ${reason}, ${at},
      ${hiddenAt !== null})
    RETURNING id`.execute(trx);
  return rows[0]?.id ?? 0;
}

/** Every earlier state of a text, the oldest first. */
export async function listRevisions(
  db: Kysely<Database>,
  noun: Revised,
  id: number,
): Promise<Revision[]> {
  const { rows } = await sql<Revision>`
    SELECT revisions.id, title, body, tags, members.name AS editor, reason,
      replaced_at AS "replacedAt", was_hidden AS "wasHidden"
    FROM ${sql.table(`${noun}_revisions`)} AS revisions
    JOIN members ON members.id = editor_id
    WHERE ${sql.ref(`${noun}_id`)} = ${id}
    ORDER BY revisions.id`.execute(db);
  return rows;
}
