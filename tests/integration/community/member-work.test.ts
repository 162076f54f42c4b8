import { expect, test } from 'vitest';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { deleteAnswer } from '#src/features/community/delete-answer.ts';
import { memberWork } from '#src/features/community/member-work.ts';
import { readQuestionPage } from '#src/features/community/read-question-page.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { crowd, member, typedAnswer, typedQuestion } from './members.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-22T10:00:00Z');
const place = { locale: 'en', category: 'using', article: undefined };

test('a member’s page has what they asked and answered, and how much of it was accepted', async () => {
  const helper = await member(db, 'helper');
  const askers = await crowd(db, 'asker', 3);
  const answers: number[] = [];
  for (const asker of askers) {
    const { id } = await askQuestion(db, asker, place, typedQuestion, now);
    answers.push(await answerQuestion(db, helper, id, `${typedAnswer} ${id}`, 'en', now));
  }
  const [kept = 0, accepted = 0, deleted = 0] = answers;
  await acceptAnswer(db, askers[1], accepted, now);
  await deleteAnswer(db, helper, deleted, now);

  const work = await memberWork(db, helper.id);
  expect(work.answers.map(({ id, isAccepted }) => [id, isAccepted])).toEqual([
    [accepted, true],
    [kept, false],
  ]);
  expect(work).toMatchObject({ accepted: 1, questions: [] });
  const asked = await memberWork(db, askers[0]!.id);
  expect(asked.questions).toHaveLength(1);
  expect(asked).toMatchObject({ accepted: 0, answers: [] });
});

test('a duplicate names the question that it repeats', async () => {
  const [first, second] = await crowd(db, 'twin', 2);
  const { id } = await askQuestion(db, first, place, typedQuestion, now);
  const { id: again } = await askQuestion(db, second, place, typedQuestion, now);
  await db.updateTable('questions').set({ duplicate_of_id: id }).where('id', '=', again).execute();
  const page = await readQuestionPage(db, again, undefined, {});
  expect(page?.question.duplicateOf).toEqual({ id, title: typedQuestion.title });
  expect((await readQuestionPage(db, id, undefined, {}))?.question.duplicateOf).toBeNull();
});
