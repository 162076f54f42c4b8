import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#src/features/accounts/actor.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import {
  answerPlace,
  ASK_PLACE,
  commentPlace,
  editPlace,
  isDraftPlace,
} from '#src/features/community/draft-place.ts';
import { dropParkedDraft } from '#src/features/community/drop-parked-draft.ts';
import { editAnswer } from '#src/features/community/edit-answer.ts';
import { editQuestion } from '#src/features/community/edit-question.ts';
import { keepTyping } from '#src/features/community/keep-typing.ts';
import { parkDraft } from '#src/features/community/park-draft.ts';
import { readDraft } from '#src/features/community/read-draft.ts';
import { readTyped } from '#src/features/community/read-typed.ts';
import { readQuestionPage } from '#src/features/community/read-question-page.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import { InvalidInput, NotSignedIn, TooMany } from '#src/server/errors.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { member, place, typedAnswer, typedQuestion } from './members.ts';

const { db } = await testDatabase();
const noon = new Date('2026-11-22T12:00:00Z');
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

let amira: Actor;
let bo: Actor;
let question: number;

beforeAll(async () => {
  amira = await member(db, 'amira');
  bo = await member(db, 'bo');
  question = (await askQuestion(db, amira, place, typedQuestion, noon)).id;
});

test('a place is one of ours', () => {
  const ours = [ASK_PLACE, answerPlace(1), commentPlace(1, undefined), commentPlace(1, 2)];
  for (const one of [...ours, editPlace('comment', 3)]) expect(isDraftPlace(one)).toBe(true);
  for (const none of ['', 'ask/1', 'answer/', 'answer/x', 'edit/member/1', 'answer/1 or 1']) {
    expect(isDraftPlace(none)).toBe(false);
  }
});

describe('while a member types', () => {
  test('the text is kept, and forgotten when the form is emptied', async () => {
    await keepTyping(db, amira, ASK_PLACE, { title: 'Half a', body: '', password: 'x' }, noon);
    expect(await readDraft(db, amira, ASK_PLACE)).toEqual({ title: 'Half a' });
    expect(await readDraft(db, bo, ASK_PLACE)).toEqual({});
    await keepTyping(db, amira, ASK_PLACE, { title: ' ', body: '', category: 'using' }, noon);
    expect(await readDraft(db, amira, ASK_PLACE)).toEqual({});
  });

  test('nobody else and nowhere else', async () => {
    await expect(keepTyping(db, undefined, ASK_PLACE, { title: 'x' }, noon)).rejects.toThrow(
      NotSignedIn,
    );
    await expect(keepTyping(db, amira, 'elsewhere', { title: 'x' }, noon)).rejects.toThrow(
      InvalidInput,
    );
  });

  test('only the latest fifty places are kept', async () => {
    const dana = await member(db, 'dana');
    for (let id = 1; id <= 52; id += 1) {
      const at = new Date(noon.getTime() + id * 1000);
      await keepTyping(db, dana, answerPlace(id), { body: `No. ${id}` }, at);
    }
    const places = await db
      .selectFrom('drafts')
      .select('place')
      .where('member_id', '=', dana.id)
      .execute();
    expect(places).toHaveLength(50);
    expect(places.map((one) => one.place)).not.toContain(answerPlace(2));
  });

  test('too often in a minute is refused', async () => {
    const emre = await member(db, 'emre');
    const keep = () => keepTyping(db, emre, ASK_PLACE, { title: 'x' }, noon);
    for (let count = 0; count < 60; count += 1) await keep();
    await expect(keep()).rejects.toThrow(TooMany);
  });
});

test('all that is typed below a question is found together, and posting forgets it', async () => {
  const freya = await member(db, 'freya');
  const answer = await answerQuestion(db, bo, question, typedAnswer, 'en', noon);
  const places = [
    answerPlace(question),
    commentPlace(question, undefined),
    commentPlace(question, answer),
  ];
  for (const one of [...places, answerPlace(question + 1)]) {
    await keepTyping(db, freya, one, { body: `At ${one}` }, noon);
  }
  expect((await readQuestionPage(db, question, freya, {}))?.drafts).toEqual(
    new Map(places.map((one) => [one, `At ${one}`])),
  );
  expect((await readQuestionPage(db, question, undefined, {}))?.drafts).toEqual(new Map());
  await answerQuestion(db, freya, question, typedAnswer, 'en', noon);
  await writeComment(
    db,
    freya,
    { questionId: question, answerId: undefined },
    'Thanks',
    'en',
    noon,
  );
  await writeComment(db, freya, { questionId: question, answerId: answer }, 'Thanks', 'en', noon);
  expect((await readQuestionPage(db, question, freya, {}))?.drafts).toEqual(new Map());
});

test('an edit that is saved leaves no draft', async () => {
  const answer = await answerQuestion(db, bo, question, typedAnswer, 'en', noon);
  await keepTyping(db, bo, editPlace('answer', answer), { body: 'Half' }, noon);
  await editAnswer(db, bo, answer, { body: `${typedAnswer} Really.`, reason: '' }, 'en', noon);
  expect(await readDraft(db, bo, editPlace('answer', answer))).toEqual({});
  await keepTyping(db, amira, editPlace('question', question), { body: 'Half' }, noon);
  const typed = { ...typedQuestion, body: `${typedQuestion.body} Really.`, reason: '' };
  await editQuestion(db, amira, question, typed, 'en', noon);
  expect(await readDraft(db, amira, editPlace('question', question))).toEqual({});
});

describe('a draft that waits for its writer to sign in', () => {
  const park = (fields: Record<string, string>, network = 'network') =>
    parkDraft(db, ASK_PLACE, fields, network, noon);

  test('is there for whoever has the token, in its place, for three days', async () => {
    const token = await park({ title: 'Lost?', body: 'Not at all.', website: 'x' });
    const typed = { title: 'Lost?', body: 'Not at all.' };
    expect(await readTyped(db, undefined, ASK_PLACE, token, later(1))).toEqual(typed);
    expect(await readTyped(db, amira, ASK_PLACE, token, later(71))).toEqual(typed);
    expect(await readTyped(db, amira, answerPlace(question), token, later(1))).toEqual({});
    expect(await readTyped(db, amira, ASK_PLACE, `${token}x`, later(1))).toEqual({});
    expect(await readTyped(db, amira, ASK_PLACE, token, later(72))).toEqual({});
  });

  test('stands in front of an older one of the member', async () => {
    await keepTyping(db, amira, ASK_PLACE, { title: 'Older' }, noon);
    const token = await park({ title: 'Newer' });
    expect(await readTyped(db, amira, ASK_PLACE, token, noon)).toEqual({ title: 'Newer' });
    expect(await readTyped(db, amira, ASK_PLACE, null, noon)).toEqual({ title: 'Older' });
  });

  test('is gone once it is posted, and the token is written nowhere', async () => {
    const token = await park({ title: 'Posted' });
    const rows = await db.selectFrom('parked_drafts').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    await dropParkedDraft(db, token);
    expect(await readTyped(db, undefined, ASK_PLACE, token, noon)).toEqual({});
  });

  test('is forgotten by the first one parked after its time', async () => {
    await parkDraft(db, ASK_PLACE, { title: 'Much later' }, 'network', later(100));
    const { length } = await db.selectFrom('parked_drafts').select('place').execute();
    expect(length).toBe(1);
  });

  test('has its limits', async () => {
    await expect(park({ body: 'x'.repeat(60_001) })).rejects.toThrow(InvalidInput);
    await expect(parkDraft(db, 'elsewhere', {}, 'network', noon)).rejects.toThrow(InvalidInput);
    for (let count = 0; count < 30; count += 1) await park({ body: 'x' }, 'busy');
    await expect(park({ body: 'x' }, 'busy')).rejects.toThrow(TooMany);
  });
});
