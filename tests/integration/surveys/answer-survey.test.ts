import { expect, test } from 'vitest';
import { answerSurvey } from '#src/features/surveys/answer-survey.ts';
import { askOnce } from '#src/features/surveys/ask-once.ts';
import { readOccasion, writeOccasion, type Occasion } from '#src/features/surveys/occasion.ts';
import { readEnv } from '#src/server/env.ts';
import { InvalidInput, NotFound, TooMany } from '#src/server/errors.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { somebody } from '#tests/integration/accounts/people.ts';

const { db } = await testDatabase();
const env = readEnv({ SECRET_KEY: 'a'.repeat(20) + '0123456789bcdef', DATA_DIR: '/nowhere' });
const now = new Date('2026-11-22T10:00:00Z');
const later = new Date('2026-11-22T11:00:00Z');

const by = async (isPrivate = false) => ({
  visitor: (await somebody(db)).visitor,
  isPrivate,
  locale: 'de',
});
const answersOn = (occasion: string) =>
  db
    .selectFrom('survey_answers')
    .selectAll()
    .where('occasion', '=', occasion)
    .orderBy('kind')
    .execute();

test('an answer is kept, and a second one takes its place', async () => {
  const occasion: Occasion = { moment: 'contact-closed', requestId: 5 };
  const respondent = await by();
  await answerSurvey(db, occasion, { csat: '4', ces: '7' }, respondent, now);
  await answerSurvey(db, occasion, { csat: '2' }, respondent, later);
  const common = { moment: 'contact-closed', request_id: 5, question_id: null, locale: 'de' };
  const { code: visitor } = respondent.visitor;
  expect(await answersOn('request-5')).toMatchObject([
    { kind: 'ces', score: 7, ...common, visitor, created_at: now, updated_at: now },
    { kind: 'csat', score: 2, ...common, visitor, created_at: now, updated_at: later },
  ]);
});

test('who asks not to be counted is heard, under no code', async () => {
  const occasion: Occasion = { moment: 'accepted', questionId: 12 };
  await answerSurvey(db, occasion, { csat: '5' }, await by(true), now);
  expect(await answersOn('question-12')).toMatchObject([
    { kind: 'csat', score: 5, question_id: 12, visitor: null },
  ]);
});

test('what is not asked on an occasion, or is no score, is not kept', async () => {
  const occasion: Occasion = { moment: 'solved', solution: 'x', questionId: undefined };
  for (const typed of [
    {},
    { csat: '5' },
    { ces: '8' },
    { ces: '0' },
    { ces: '1.5' },
    { ces: '' },
  ]) {
    const answer = answerSurvey(db, occasion, typed, await by(), now);
    await expect(answer).rejects.toBeInstanceOf(InvalidInput);
  }
  await answerSurvey(db, occasion, { csat: '5', ces: '7' }, await by(), now);
  expect(await answersOn('solved-x')).toMatchObject([{ kind: 'ces', score: 7 }]);
});

test('nobody is asked twice about the same, also not at the same moment', async () => {
  const occasion: Occasion = { moment: 'accepted', questionId: 77 };
  const asked = await Promise.all([1, 2, 3].map(() => askOnce(db, occasion, now)));
  expect(asked.filter(Boolean)).toHaveLength(1);
  expect(await askOnce(db, occasion, later)).toBe(false);
});

test('a forged occasion is none', async () => {
  const occasion: Occasion = { moment: 'accepted', questionId: 3 };
  const signed = writeOccasion(env, occasion);
  expect(readOccasion(env, signed)).toEqual(occasion);
  const [, signature] = signed.split('.');
  const forged = Buffer.from(JSON.stringify({ ...occasion, questionId: 4 })).toString('base64url');
  const others = { ...env, SECRET_KEY: 'b'.repeat(20) + '0123456789bcdef' };
  for (const text of [`${forged}.${signature}`, writeOccasion(others, occasion), '', 'x.y', null]) {
    expect(readOccasion(env, text)).toBeUndefined();
  }
  const answer = answerSurvey(db, undefined, { csat: '5' }, await by(), now);
  await expect(answer).rejects.toBeInstanceOf(NotFound);
});

test('one visitor answers only so often', async () => {
  const respondent = await by();
  const answer = (questionId: number) =>
    answerSurvey(db, { moment: 'accepted', questionId }, { csat: '1' }, respondent, now);
  for (let id = 1000; id < 1020; id++) await answer(id);
  await expect(answer(1020)).rejects.toBeInstanceOf(TooMany);
});
