import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import type { WordRule } from '#src/features/content/community-policy.ts';
import { admitPost } from '#src/features/moderation/admit-post.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import { place, typedQuestion } from '#tests/integration/community/members.ts';

export const DAY = 86_400_000;

const wordRules: WordRule[] = [{ name: 'Betting', words: ['casino'], for: 'new' }];

const judging = { wordRules, ownHost: 'help.example.com', locale: 'en' };

/** Posts through the judgement that the doors use. */
export const posting = (db: Kysely<Database>, now: Date) => ({
  admit: (actor: Actor, text: string, isEdit = false, at = now) =>
    admitPost(db, actor, text, judging, at, isEdit),
  async ask(actor: Actor, body: string, at = now): Promise<number> {
    const typed = { ...typedQuestion, body };
    const admission = await admitPost(db, actor, `${typed.title}\n\n${body}`, judging, at);
    return (await askQuestion(db, actor, place, typed, at, admission)).id;
  },
  async answer(actor: Actor, question: number, body: string, at = now): Promise<number> {
    const admission = await admitPost(db, actor, body, judging, at);
    return answerQuestion(db, actor, question, body, 'en', at, admission);
  },
  async comment(actor: Actor, questionId: number, body: string, at = now): Promise<number> {
    const admission = await admitPost(db, actor, body, judging, at);
    const target = { questionId, answerId: undefined };
    return writeComment(db, actor, target, body, 'en', at, admission);
  },
});

/** The kinds of the jobs that tell others of something, in their order. */
export async function announced(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`
    SELECT payload->>'kind' AS kind FROM graphile_worker._private_jobs AS jobs
    JOIN graphile_worker._private_tasks AS tasks ON tasks.id = jobs.task_id
    WHERE tasks.identifier = 'community-event' ORDER BY jobs.id`.execute(db);
  return rows.map(({ kind }) => kind);
}

/** The open items of the queue, the first one first. */
export const openItems = (db: Kysely<Database>) =>
  db.selectFrom('review_items').selectAll().where('decided_at', 'is', null).orderBy('id').execute();
