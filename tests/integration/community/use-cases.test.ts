import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#src/features/accounts/actor.ts';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { deleteAnswer } from '#src/features/community/delete-answer.ts';
import { deleteComment } from '#src/features/community/delete-comment.ts';
import { deleteQuestion } from '#src/features/community/delete-question.ts';
import { ASK_PLACE } from '#src/features/community/draft-place.ts';
import { editAnswer } from '#src/features/community/edit-answer.ts';
import { editQuestion } from '#src/features/community/edit-question.ts';
import { haveSameQuestion } from '#src/features/community/have-same-question.ts';
import { readDraft } from '#src/features/community/read-draft.ts';
import { readQuestionPage } from '#src/features/community/read-question-page.ts';
import { readTextChanges } from '#src/features/community/read-text-changes.ts';
import { restoreAnswer } from '#src/features/community/restore-answer.ts';
import { restoreComment } from '#src/features/community/restore-comment.ts';
import { restoreQuestion } from '#src/features/community/restore-question.ts';
import { saveDraft } from '#src/features/community/save-draft.ts';
import { similarQuestions } from '#src/features/community/similar-questions.ts';
import { voteOnAnswer } from '#src/features/community/vote-on-answer.ts';
import { voteOnQuestion } from '#src/features/community/vote-on-question.ts';
import { withdrawAcceptance } from '#src/features/community/withdraw-acceptance.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import { InvalidInput, NotAllowed, NotFound, NotSignedIn, TooMany } from '#src/server/errors.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { member, place, typedAnswer, typedQuestion } from './members.ts';

const { db } = await testDatabase();
const noon = new Date('2026-11-22T12:00:00Z');
const later = new Date('2026-11-22T13:00:00Z');

let asker: Actor;
let helper: Actor;
let moderator: Actor;
let names = 0;

/** A member who has used up none of their limits. */
const somebody = () => member(db, `somebody-${(names += 1)}`);
const ask = async (who?: Actor) =>
  (await askQuestion(db, who ?? (await somebody()), place, typedQuestion, noon)).id;
const answer = async (questionId: number, who?: Actor) =>
  answerQuestion(db, who ?? (await somebody()), questionId, typedAnswer, 'en', later);
const page = async (id: number, who?: Actor) => {
  const found = await readQuestionPage(db, id, who, {});
  if (!found) throw new Error(`no question ${id}`);
  return found;
};

beforeAll(async () => {
  asker = await member(db, 'asker');
  helper = await member(db, 'helper');
  moderator = await member(db, 'moderator', 'moderator');
});

describe('asking', () => {
  test('stores the text as typed and as shown, and drops the draft', async () => {
    const amira = await somebody();
    await saveDraft(db, amira, ASK_PLACE, { title: 'Half a' }, noon);
    const id = await ask(amira);
    const { question } = await page(id);
    expect(question).toMatchObject({
      authorId: amira.id,
      title: typedQuestion.title,
      body: typedQuestion.body,
      tags: ['search', 'mobile'],
      category: 'using',
      answerCount: 0,
      createdAt: noon,
      author: { handle: amira.handle, name: amira.name },
    });
    expect(question.html).toContain('<strong>cannot</strong>');
    expect(await readDraft(db, amira, ASK_PLACE)).toEqual({});
  });

  test('says of each field what is wrong', async () => {
    const typed = { title: 'Short', body: 'x', tags: 'a b c d e f' };
    const error = await askQuestion(db, asker, place, typed, noon).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(InvalidInput);
    expect(Object.keys((error as InvalidInput).fields)).toEqual(['title', 'body', 'tags']);
  });

  test('is for members whose address is confirmed', async () => {
    await expect(askQuestion(db, undefined, place, typedQuestion, noon)).rejects.toThrow(
      NotSignedIn,
    );
    const fresh = { ...(await somebody()), isVerified: false };
    await expect(askQuestion(db, fresh, place, typedQuestion, noon)).rejects.toThrow(NotAllowed);
  });

  test('twice within twenty seconds is refused, with the time that is left', async () => {
    const hasty = await somebody();
    await ask(hasty);
    const error = await ask(hasty).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(TooMany);
    expect((error as TooMany).seconds).toBeLessThanOrEqual(20);
  });

  test('finds questions like it, also mistyped', async () => {
    const id = await ask();
    const found = await similarQuestions(db, { title: 'Finding articles again' }, 'en');
    expect(found.map((one) => one.id)).toContain(id);
    const mistyped = await similarQuestions(db, { title: 'How do I fnd an artcle agan' }, 'en');
    expect(mistyped.map((one) => one.id)).toContain(id);
    expect(await similarQuestions(db, { title: 'Zebra crossing' }, 'en')).toEqual([]);
  });
});

describe('answering', () => {
  test('makes the question answered and active; staff answers officially', async () => {
    const id = await ask();
    await answer(id);
    await answerQuestion(db, moderator, id, typedAnswer, 'en', later);
    const { question, answers } = await page(id);
    expect(question.answerCount).toBe(2);
    expect(answers.rows.map(({ official }) => official)).toEqual([false, true]);
    const row = await db
      .selectFrom('questions')
      .select('active_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.active_at).toEqual(later);
  });

  test('is refused where nothing is to be answered', async () => {
    await expect(answer(999_999)).rejects.toThrow(NotFound);
    const id = await ask();
    await db.updateTable('questions').set({ locked_at: noon }).where('id', '=', id).execute();
    await expect(answer(id)).rejects.toThrow(NotAllowed);
  });

  test('a comment goes under the question or the answer that it names', async () => {
    const id = await ask();
    const other = await answer(await ask());
    const answerId = await answer(id);
    const who = await somebody();
    const comment = (target: number | undefined) =>
      writeComment(db, who, { questionId: id, answerId: target }, 'Thank you!', 'en', later);
    await comment(undefined);
    await comment(answerId);
    await expect(comment(other)).rejects.toThrow(NotFound);
    const { question, answers } = await page(id);
    expect(question.comments).toMatchObject([{ authorId: who.id, createdAt: later }]);
    expect(answers.rows[0]?.comments).toHaveLength(1);
  });
});

describe('accepting', () => {
  test('is for the asker and moderators, can be changed, and taken back', async () => {
    const id = await ask(asker);
    const [first, second] = [await answer(id), await answer(id)];
    await expect(acceptAnswer(db, helper, first, later)).rejects.toThrow(NotAllowed);
    await acceptAnswer(db, asker, first, later);
    expect((await page(id)).accepted?.id).toBe(first);
    await acceptAnswer(db, moderator, second, later);
    expect((await page(id)).accepted?.id).toBe(second);
    await withdrawAcceptance(db, asker, first);
    expect((await page(id)).accepted?.id).toBe(second);
    await withdrawAcceptance(db, asker, second);
    expect((await page(id)).accepted).toBeUndefined();
  });
});

describe('voting', () => {
  test('counts once a member, changes, and is taken back', async () => {
    const id = await ask();
    const answerId = await answer(id);
    for (const [vote, score] of [
      [1, 1],
      [1, 1],
      [-1, -1],
      [0, 0],
    ] as const) {
      await voteOnQuestion(db, helper, id, vote, later);
      await voteOnAnswer(db, helper, answerId, vote, later);
      const { question, answers } = await page(id, helper);
      expect(question).toMatchObject({ score, vote });
      expect(answers.rows).toMatchObject([{ score, vote }]);
    }
  });

  test('nobody votes on their own', async () => {
    const own = await somebody();
    const id = await ask(own);
    const answerId = await answer(id, own);
    await expect(voteOnQuestion(db, own, id, 1, later)).rejects.toThrow(NotAllowed);
    await expect(voteOnAnswer(db, own, answerId, 1, later)).rejects.toThrow(NotAllowed);
    await expect(haveSameQuestion(db, own, id, true, later)).rejects.toThrow(NotAllowed);
  });

  test('“I have this question too” counts once and is taken back', async () => {
    const id = await ask();
    for (const [has, sameCount] of [
      [true, 1],
      [true, 1],
      [false, 0],
      [false, 0],
    ] as const) {
      await haveSameQuestion(db, moderator, id, has, later);
      expect((await page(id, moderator)).question).toMatchObject({ sameCount, isSame: has });
    }
  });
});

describe('editing', () => {
  const changed = { ...typedQuestion, title: 'How do I find a page again?', reason: '' };

  test('keeps what was there before, with the difference', async () => {
    const own = await somebody();
    const id = await ask(own);
    await editQuestion(db, own, id, changed, 'en', later);
    await editQuestion(db, own, id, changed, 'en', later);
    const { question } = await page(id);
    expect(question).toMatchObject({ title: changed.title, editedAt: later });
    const changes = await readTextChanges(db, 'question', id, question, false);
    expect(changes).toMatchObject([{ editor: own.name, reason: null, body: [], tags: [] }]);
    expect(changes[0]?.title.filter(({ change }) => change !== 'kept')).not.toEqual([]);
  });

  test('staff says why, others may not', async () => {
    const id = await ask(await somebody());
    const staff = await member(db, `staff-${id}`, 'author');
    await expect(editQuestion(db, helper, id, changed, 'en', later)).rejects.toThrow(NotAllowed);
    await expect(editQuestion(db, staff, id, changed, 'en', later)).rejects.toThrow(InvalidInput);
    await editQuestion(db, staff, id, { ...changed, reason: 'Clearer' }, 'en', later);
    const revisions = await db
      .selectFrom('question_revisions')
      .selectAll()
      .where('question_id', '=', id)
      .execute();
    expect(revisions).toMatchObject([
      { title: typedQuestion.title, editor_id: staff.id, reason: 'Clearer', replaced_at: later },
    ]);
  });

  test('an answer’s earlier text is kept as well', async () => {
    const own = await somebody();
    const answerId = await answer(await ask(), own);
    const body = `${typedAnswer} Or browse.`;
    await editAnswer(db, own, answerId, { body, reason: '' }, 'en', later);
    const present = { title: '', body, tags: [] };
    expect(await readTextChanges(db, 'answer', answerId, present, false)).toMatchObject([
      { title: [], tags: [], body: [{ change: 'kept' }, { text: ' Or browse.', change: 'added' }] },
    ]);
  });
});

describe('deleting', () => {
  test('a question can be brought back by who deleted it', async () => {
    const own = await somebody();
    const id = await ask(own);
    await deleteQuestion(db, own, id, later);
    expect((await page(id)).question.deletedAt).toEqual(later);
    await expect(restoreQuestion(db, helper, id)).rejects.toThrow(NotAllowed);
    await expect(restoreQuestion(db, moderator, id)).rejects.toThrow(NotAllowed);
    await restoreQuestion(db, own, id);
    await expect(deleteQuestion(db, moderator, id, later)).rejects.toThrow(NotAllowed);
    expect((await page(id)).question).toMatchObject({ deletedAt: null, deletedById: null });
  });

  test('an answer leaves the page and the count, and is no longer accepted', async () => {
    const own = await somebody();
    const helping = await somebody();
    const id = await ask(own);
    const answerId = await answer(id, helping);
    await acceptAnswer(db, own, answerId, later);
    await expect(deleteAnswer(db, helping, answerId, later)).rejects.toThrow(NotAllowed);
    await withdrawAcceptance(db, own, answerId);
    await deleteAnswer(db, helping, answerId, later);
    expect(await page(id)).toMatchObject({
      question: { answerCount: 0, acceptedAnswerId: null },
      answers: { rows: [] },
    });
    expect((await page(id, moderator)).answers.rows).toHaveLength(1);
    await restoreAnswer(db, helping, answerId);
    expect((await page(id)).question).toMatchObject({ answerCount: 1, acceptedAnswerId: null });
  });

  test('a comment as well', async () => {
    const own = await somebody();
    const id = await ask();
    const target = { questionId: id, answerId: undefined };
    const commentId = await writeComment(db, own, target, 'Me too!', 'en', later);
    await expect(deleteComment(db, helper, commentId, later)).rejects.toThrow(NotAllowed);
    await deleteComment(db, own, commentId, later);
    expect((await page(id)).question.comments).toEqual([]);
    expect((await page(id, own)).question.comments).toHaveLength(1);
    await restoreComment(db, own, commentId);
    expect((await page(id)).question.comments).toHaveLength(1);
  });
});

test('an answer further down is on the page that is asked for', async () => {
  const id = await ask();
  for (let index = 0; index < 25; index += 1) {
    await db
      .insertInto('answers')
      .values({
        question_id: id,
        author_id: helper.id,
        body: 'x',
        html: 'x',
        created_at: noon,
        score: 25 - index,
      })
      .execute();
  }
  const { answers } = await page(id);
  expect(answers.rows).toHaveLength(20);
  const last = await db
    .selectFrom('answers')
    .select('id')
    .where('question_id', '=', id)
    .orderBy('score')
    .limit(1)
    .executeTakeFirstOrThrow();
  const there = await readQuestionPage(db, id, undefined, {}, last.id);
  expect(there?.answers.rows.map((one) => one.id)).toEqual([last.id]);
  expect(there?.answers.previous).toBeDefined();
});
