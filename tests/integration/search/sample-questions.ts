import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

const at = new Date('2026-11-20T08:00:00Z');

interface SampleQuestion {
  title: string;
  body?: string;
  html?: string;
  tags?: string[];
  locale?: string;
  category?: string;
  answers?: string[];
  isSolved?: boolean;
}

/** Questions of one member with their answers, of which the first is accepted where it is solved. */
export async function ask(
  db: Kysely<Database>,
  authorId: number,
  questions: SampleQuestion[],
): Promise<number[]> {
  const ids: number[] = [];
  for (const { answers = [], isSolved = false, ...question } of questions) {
    const body = question.body ?? 'What it is about.';
    const { id } = await db
      .insertInto('questions')
      .values({
        author_id: authorId,
        locale: 'en',
        category: 'using',
        tags: [],
        created_at: at,
        active_at: at,
        answer_count: answers.length,
        ...question,
        body,
        html: question.html ?? `<p>${body}</p>`,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const given: number[] = [];
    for (const text of answers) given.push(await answer(db, authorId, id, text));
    if (isSolved) {
      await db
        .updateTable('questions')
        .set({ accepted_answer_id: given[0] ?? null })
        .where('id', '=', id)
        .execute();
    }
    ids.push(id);
  }
  return ids;
}

/** @returns the answer's id */
export async function answer(
  db: Kysely<Database>,
  authorId: number,
  questionId: number,
  body: string,
): Promise<number> {
  const { id } = await db
    .insertInto('answers')
    .values({
      question_id: questionId,
      author_id: authorId,
      body,
      html: `<p>${body}</p>`,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
