import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#src/features/accounts/actor.ts';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { haveSameQuestion } from '#src/features/community/have-same-question.ts';
import { readQuestionPage } from '#src/features/community/read-question-page.ts';
import { voteOnAnswer } from '#src/features/community/vote-on-answer.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import { changeWriting } from '#src/features/moderation/change-writing.ts';
import { markDuplicate } from '#src/features/moderation/mark-duplicate.ts';
import { mergeQuestion } from '#src/features/moderation/merge-question.ts';
import { undoEvent } from '#src/features/moderation/undo-event.ts';
import { InvalidInput, NotAllowed, NotFound, StalePage } from '#src/server/errors.ts';
import {
  crowd,
  member,
  place,
  typedAnswer,
  typedQuestion,
} from '#tests/integration/community/members.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { differences } from './counters.ts';

const { db } = await testDatabase();
const noon = new Date('2026-11-22T12:00:00Z');

let moderator: Actor;
let names = 0;

const somebody = () => member(db, `somebody-${(names += 1)}`);
const ask = async (who?: Actor) =>
  (await askQuestion(db, who ?? (await somebody()), place, typedQuestion, noon)).id;
const answer = async (questionId: number, who?: Actor) =>
  answerQuestion(db, who ?? (await somebody()), questionId, typedAnswer, 'en', noon);
const comment = async (questionId: number, answerId?: number) =>
  writeComment(db, await somebody(), { questionId, answerId }, 'Me too, please!', 'en', noon);
const page = async (id: number) => {
  const found = await readQuestionPage(db, id, moderator, {});
  if (!found) throw new Error(`no question ${id}`);
  return found;
};
const duplicate = (questionId: number, canonicalId: number, who = moderator) =>
  markDuplicate(db, who, { questionId, canonicalId }, '', 'en', noon);
const merge = (questionId: number, canonicalId: number, who = moderator) =>
  mergeQuestion(db, who, { questionId, canonicalId }, '', 'en', noon);
const undo = (eventId: number | undefined) => undoEvent(db, moderator, eventId ?? 0, noon);

const membersOf = async (table: 'same_questions' | 'question_follows', questionId: number) =>
  (
    await db
      .selectFrom(table)
      .select('member_id')
      .where('question_id', '=', questionId)
      .orderBy('member_id')
      .execute()
  ).map((row) => row.member_id);
const same = (id: number) => membersOf('same_questions', id);
const followers = (id: number) => membersOf('question_follows', id);
const leadsTo = async (id: number) => (await page(id)).question.duplicateOfId;

/** Everything about some questions that repeating them touches. */
async function picture(ids: number[]): Promise<unknown> {
  const rows = await db
    .selectFrom('questions')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  const answers = await db
    .selectFrom('answers')
    .select(['id', 'question_id', 'score'])
    .where('question_id', 'in', ids)
    .orderBy('id')
    .execute();
  const comments = await db
    .selectFrom('comments')
    .select(['id', 'question_id', 'answer_id'])
    .where('question_id', 'in', ids)
    .orderBy('id')
    .execute();
  const members = [];
  for (const id of ids) members.push([await same(id), await followers(id)]);
  expect(await differences(db)).toEqual([]);
  return { rows, answers, comments, members };
}

beforeAll(async () => {
  moderator = await member(db, 'moderator', 'moderator');
});

describe('a duplicate', () => {
  test('leads to the other question, and its members come along and go back', async () => {
    const [asker, both, follower] = [await somebody(), await somebody(), await somebody()];
    const [id, canonical] = [await ask(asker), await ask()];
    await haveSameQuestion(db, both, id, true, noon);
    await haveSameQuestion(db, both, canonical, true, noon);
    await haveSameQuestion(db, follower, id, true, noon);
    const follows = [both, follower].map((who) => who.id);
    await db
      .insertInto('question_follows')
      .values(follows.map((who) => ({ question_id: id, member_id: who, created_at: noon })))
      .execute();
    await db
      .insertInto('question_follows')
      .values({ question_id: canonical, member_id: both.id, created_at: noon })
      .execute();
    const before = await picture([id, canonical]);
    const followedBefore = await followers(canonical);

    const { eventId, questionId } = await duplicate(id, canonical);
    expect(questionId).toBe(canonical);
    expect(await leadsTo(id)).toBe(canonical);
    expect(await same(canonical)).toEqual([asker.id, both.id, follower.id]);
    expect(await followers(canonical)).toEqual(
      [...new Set([...followedBefore, ...(await followers(id))])].sort((a, b) => a - b),
    );
    expect(await differences(db)).toEqual([]);
    // The second time there is nothing to do.
    expect((await duplicate(id, canonical)).eventId).toBeUndefined();
    await undo(eventId);
    expect(await picture([id, canonical])).toEqual(before);
    await duplicate(id, canonical);
    await expect(undo(eventId)).rejects.toThrow(StalePage);
    expect(await leadsTo(id)).toBe(canonical);
  });

  test('keeps away who wanted to hear no more of the other question', async () => {
    const [id, canonical, weary] = [await ask(), await ask(), await somebody()];
    await db
      .insertInto('question_follows')
      .values({ question_id: id, member_id: weary.id, created_at: noon })
      .execute();
    await db
      .insertInto('question_unfollows')
      .values({ question_id: canonical, member_id: weary.id })
      .execute();
    await duplicate(id, canonical);
    expect(await followers(canonical)).not.toContain(weary.id);
  });

  test('counts nobody for a question that they asked themselves', async () => {
    const asker = await somebody();
    const [id, canonical] = [await ask(), await ask(asker)];
    await haveSameQuestion(db, asker, id, true, noon);
    await duplicate(id, canonical);
    expect(await same(canonical)).not.toContain(asker.id);
  });

  test('of a duplicate is one of what that leads to', async () => {
    const [first, second, third] = [await ask(), await ask(), await ask()];
    await duplicate(second, third);
    expect((await duplicate(first, second)).questionId).toBe(third);
    expect(await leadsTo(first)).toBe(third);
  });

  test('takes its own duplicates along, and gets them back', async () => {
    const [first, second, third] = [await ask(), await ask(), await ask()];
    const fan = await somebody();
    await haveSameQuestion(db, fan, first, true, noon);
    const start = await picture([first, second, third]);
    const one = await duplicate(first, second);
    const before = await picture([first, second, third]);
    const two = await duplicate(second, third);
    expect([await leadsTo(first), await leadsTo(second)]).toEqual([third, third]);
    expect(await same(third)).toContain(fan.id);
    // What came after it is undone first.
    await expect(undo(one.eventId)).rejects.toThrow(StalePage);
    await undo(two.eventId);
    expect(await picture([first, second, third])).toEqual(before);
    await undo(one.eventId);
    expect(await picture([first, second, third])).toEqual(start);
  });

  test('that goes leaves those who are there for another one too', async () => {
    const [one, two, canonical, fan] = [await ask(), await ask(), await ask(), await somebody()];
    await haveSameQuestion(db, fan, one, true, noon);
    await haveSameQuestion(db, fan, two, true, noon);
    const start = await picture([one, two, canonical]);
    const first = await duplicate(one, canonical);
    const second = await duplicate(two, canonical);
    await undo(first.eventId);
    expect(await same(canonical)).toContain(fan.id);
    expect(await same(canonical)).toHaveLength(2);
    await undo(second.eventId);
    expect(await picture([one, two, canonical])).toEqual(start);
  });

  test('leaves who came to the other question by themselves meanwhile', async () => {
    const [id, canonical, fan] = [await ask(), await ask(), await somebody()];
    await haveSameQuestion(db, fan, id, true, noon);
    const { eventId } = await duplicate(id, canonical);
    await haveSameQuestion(db, fan, canonical, false, noon);
    await haveSameQuestion(db, fan, canonical, true, noon);
    await undo(eventId);
    expect(await same(canonical)).toEqual([fan.id]);
  });

  test('is refused where it makes no sense', async () => {
    const [id, canonical, third] = [await ask(), await ask(), await ask()];
    await expect(duplicate(id, id)).rejects.toThrow(InvalidInput);
    await expect(duplicate(id, 999_999)).rejects.toThrow(NotFound);
    await expect(duplicate(999_999, id)).rejects.toThrow(NotFound);
    await expect(duplicate(id, canonical, await somebody())).rejects.toThrow(NotAllowed);
    await duplicate(id, canonical);
    await expect(duplicate(canonical, id)).rejects.toThrow(InvalidInput);
    await expect(duplicate(id, third)).rejects.toThrow(InvalidInput);
    await changeWriting(
      db,
      moderator,
      { noun: 'question', id: third, deed: 'hide' },
      'x',
      'en',
      noon,
    );
    await expect(duplicate(canonical, third)).rejects.toThrow(InvalidInput);
  });

  test('takes nothing new', async () => {
    const [id, canonical] = [await ask(), await ask()];
    await duplicate(id, canonical);
    await expect(answer(id)).rejects.toThrow(NotAllowed);
    await expect(comment(id)).rejects.toThrow(NotAllowed);
    await expect(haveSameQuestion(db, await somebody(), id, true, noon)).rejects.toThrow(
      NotAllowed,
    );
  });
});

describe('a merge', () => {
  test('moves all that stands below, and undone moves it back', async () => {
    const asker = await somebody();
    const [id, canonical] = [await ask(asker), await ask()];
    const mine = [await answer(id), await answer(id)] as const;
    const theirs = await answer(canonical);
    await comment(id);
    await comment(id, mine[0]);
    await changeWriting(
      db,
      moderator,
      { noun: 'answer', id: mine[1], deed: 'hide' },
      'x',
      'en',
      noon,
    );
    await acceptAnswer(db, asker, mine[0], noon);
    for (const who of await crowd(db, 'voter', 3)) await voteOnAnswer(db, who, mine[0], 1, noon);
    const before = await picture([id, canonical]);

    const { eventId } = await merge(id, canonical);
    const { question, answers } = await page(canonical);
    expect(question).toMatchObject({ answerCount: 2, acceptedAnswerId: null });
    expect(answers.rows.map((one) => one.id).sort()).toEqual([...mine, theirs].sort());
    expect(answers.rows[0]).toMatchObject({ id: mine[0], score: 3 });
    expect(answers.rows[0]?.comments).toHaveLength(1);
    expect(question.comments).toHaveLength(1);
    expect((await page(id)).question).toMatchObject({
      answerCount: 0,
      acceptedAnswerId: null,
      duplicateOfId: canonical,
    });
    expect(await differences(db)).toEqual([]);
    await undo(eventId);
    expect(await picture([id, canonical])).toEqual(before);
  });

  test('does not touch which answer is accepted there', async () => {
    const [asker, other] = [await somebody(), await somebody()];
    const [id, canonical] = [await ask(asker), await ask(other)];
    await acceptAnswer(db, asker, await answer(id), noon);
    const there = await answer(canonical);
    await acceptAnswer(db, other, there, noon);
    await merge(id, canonical);
    expect((await page(canonical)).question.acceptedAnswerId).toBe(there);
  });

  test('undone leaves what came since, and takes what is still there', async () => {
    const other = await somebody();
    const [id, canonical] = [await ask(), await ask(other)];
    const moved = [await answer(id), await answer(id)] as const;
    const { eventId } = await merge(id, canonical);
    const since = await answer(canonical);
    const below = await comment(canonical, moved[0]);
    await acceptAnswer(db, other, moved[0], noon);
    await changeWriting(
      db,
      moderator,
      { noun: 'answer', id: moved[1], deed: 'remove' },
      'x',
      'en',
      noon,
    );
    await undo(eventId);
    expect((await page(canonical)).question).toMatchObject({
      answerCount: 1,
      acceptedAnswerId: null,
    });
    expect((await page(canonical)).answers.rows.map((one) => one.id)).toEqual([since]);
    const { question, answers } = await page(id);
    expect(question).toMatchObject({ answerCount: 1, acceptedAnswerId: null });
    expect(answers.rows[0]?.comments.map((one) => one.id)).toEqual([below]);
    expect(await differences(db)).toEqual([]);
  });

  test('of what took another one in is undone in turn', async () => {
    const [first, second, third] = [await ask(), await ask(), await ask()];
    await answer(first);
    await answer(second);
    const start = await picture([first, second, third]);
    const one = await merge(first, second);
    const between = await picture([first, second, third]);
    const two = await merge(second, third);
    expect((await page(third)).question.answerCount).toBe(2);
    await expect(undo(one.eventId)).rejects.toThrow(StalePage);
    await undo(two.eventId);
    expect(await picture([first, second, third])).toEqual(between);
    await undo(one.eventId);
    expect(await picture([first, second, third])).toEqual(start);
  });
});
