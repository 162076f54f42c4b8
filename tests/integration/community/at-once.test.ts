import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Actor } from '#src/features/accounts/actor.ts';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { deleteAnswer } from '#src/features/community/delete-answer.ts';
import { editQuestion } from '#src/features/community/edit-question.ts';
import { haveSameQuestion } from '#src/features/community/have-same-question.ts';
import { restoreAnswer } from '#src/features/community/restore-answer.ts';
import { voteOnAnswer } from '#src/features/community/vote-on-answer.ts';
import { voteOnQuestion } from '#src/features/community/vote-on-question.ts';
import { withdrawAcceptance } from '#src/features/community/withdraw-acceptance.ts';
import { createDatabase } from '#src/server/database.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { crowd, member, place, typedAnswer, typedQuestion } from './members.ts';

const { db, url } = await testDatabase();
const noon = new Date('2026-11-22T12:00:00Z');

/** Counters that differ from the rows they count; none should. */
async function differences(): Promise<unknown[]> {
  const { rows } = await sql`
    SELECT 'question' AS noun, id FROM questions WHERE
      answer_count <> (
        SELECT count(*) FROM answers
        WHERE question_id = questions.id AND deleted_at IS NULL AND hidden_at IS NULL
      )
      OR score <> (
        SELECT coalesce(sum(value), 0) FROM question_votes WHERE question_id = questions.id
      )
      OR same_count <> (SELECT count(*) FROM same_questions WHERE question_id = questions.id)
    UNION ALL
    SELECT 'answer', id FROM answers WHERE
      score <> (SELECT coalesce(sum(value), 0) FROM answer_votes WHERE answer_id = answers.id)
  `.execute(db);
  return rows;
}

async function questionWithAnswers(asker: Actor, helpers: Actor[]) {
  const { id } = await askQuestion(db, asker, place, typedQuestion, noon);
  const answers = await Promise.all(
    helpers.map((helper) => answerQuestion(db, helper, id, typedAnswer, 'en', noon)),
  );
  return { id, answers };
}

test('many who answer, vote and have the same question leave counters that equal the rows', async () => {
  const asker = await member(db, 'asker');
  const people = await crowd(db, 'voter', 30);
  const { id, answers } = await questionWithAnswers(asker, people.slice(0, 10));
  expect(await differences()).toEqual([]);
  const other = createDatabase(url);
  try {
    const deeds = people.flatMap((person, index) => {
      const on = index % 2 ? db : other;
      const vote = index % 3 ? 1 : -1;
      return [
        voteOnQuestion(on, person, id, vote, noon),
        voteOnQuestion(on, person, id, vote === 1 ? -1 : 0, noon),
        voteOnAnswer(on, person, answers[(index + 1) % 10]!, vote, noon),
        voteOnAnswer(on, person, answers[(index + 1) % 10]!, 1, noon),
        haveSameQuestion(on, person, id, true, noon),
        haveSameQuestion(on, person, id, index % 2 === 0, noon),
        answerQuestion(on, person, id, typedAnswer, 'en', noon),
      ];
    });
    const outcomes = await Promise.allSettled(deeds);
    // Only their own answer refuses a vote, and nobody was given that one.
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(await differences()).toEqual([]);
    const { answer_count: count } = await db
      .selectFrom('questions')
      .select('answer_count')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(count).toBe(40);
  } finally {
    await other.destroy();
  }
});

test('accepting and deleting at once end as if one had come after the other', async () => {
  const asker = await member(db, 'accepting');
  const helpers = await crowd(db, 'helper', 8);
  const { id, answers } = await questionWithAnswers(asker, helpers);
  for (let round = 0; round < 6; round += 1) {
    await Promise.allSettled([
      ...answers.map((answer) => acceptAnswer(db, asker, answer, noon)),
      ...answers.map((answer, index) => deleteAnswer(db, helpers[index]!, answer, noon)),
    ]);
    // What was accepted before it could be deleted stays, and nothing else does.
    const { accepted_answer_id: accepted, answer_count: count } = await db
      .selectFrom('questions')
      .select(['accepted_answer_id', 'answer_count'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (accepted === null) expect(count).toBe(0);
    expect(await differences()).toEqual([]);
    const restored = await Promise.allSettled(
      [...answers, ...answers].map((answer, index) =>
        restoreAnswer(db, helpers[index % helpers.length]!, answer),
      ),
    );
    expect(restored.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      answers.length - count,
    );
    if (accepted !== null) await withdrawAcceptance(db, asker, accepted);
    expect(await differences()).toEqual([]);
  }
});

test('of edits at once each finds the text of the one before', async () => {
  const asker = await member(db, 'editing');
  const { id } = await askQuestion(db, asker, place, typedQuestion, noon);
  const titles = Array.from({ length: 10 }, (_, index) => `How do I find article ${index}?`);
  await Promise.all(
    titles.map((title) =>
      editQuestion(db, asker, id, { ...typedQuestion, title, reason: '' }, 'en', noon),
    ),
  );
  const revisions = await db
    .selectFrom('question_revisions')
    .select('title')
    .where('question_id', '=', id)
    .execute();
  const { title } = await db
    .selectFrom('questions')
    .select('title')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  // Every text was the present one once, and none was overwritten unseen.
  const seen = [...revisions.map((revision) => revision.title), title].sort();
  expect(seen).toEqual([...titles, typedQuestion.title].sort());
});
