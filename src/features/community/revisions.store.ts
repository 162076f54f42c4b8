import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Who replaced a text, and why, if they had to say. */
export interface Replacement {
  editorId: number;
  reason: string | null;
  at: Date;
}

/** A text as it was until somebody replaced it. */
export interface Revision {
  title: string | null;
  body: string;
  tags: string[] | null;
  editor: string;
  reason: string | null;
  replacedAt: Date;
}

export async function keepQuestionRevision(
  trx: Transaction<Database>,
  questionId: number,
  { title, body, tags }: { title: string; body: string; tags: string[] },
  { editorId, reason, at }: Replacement,
): Promise<void> {
  await trx
    .insertInto('question_revisions')
    .values({
      question_id: questionId,
      title,
      body,
      tags,
      editor_id: editorId,
      reason,
      replaced_at: at,
    })
    .execute();
}

export async function keepAnswerRevision(
  trx: Transaction<Database>,
  answerId: number,
  body: string,
  { editorId, reason, at }: Replacement,
): Promise<void> {
  await trx
    .insertInto('answer_revisions')
    .values({ answer_id: answerId, body, editor_id: editorId, reason, replaced_at: at })
    .execute();
}

/** Every earlier state of a text, the oldest first. */
export function listRevisions(
  db: Kysely<Database>,
  noun: 'question' | 'answer',
  id: number,
): Promise<Revision[]> {
  const columns = [
    'title',
    'body',
    'tags',
    'members.name as editor',
    'reason',
    'replaced_at as replacedAt',
  ] as const;
  return noun === 'question'
    ? db
        .selectFrom('question_revisions')
        .innerJoin('members', 'members.id', 'editor_id')
        .select(columns)
        .where('question_id', '=', id)
        .orderBy('question_revisions.id')
        .execute()
    : db
        .selectFrom('answer_revisions')
        .innerJoin('members', 'members.id', 'editor_id')
        .select(columns)
        .where('answer_id', '=', id)
        .orderBy('answer_revisions.id')
        .execute();
}
