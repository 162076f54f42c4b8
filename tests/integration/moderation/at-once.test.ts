import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#src/features/accounts/actor.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { deleteComment } from '#src/features/community/delete-comment.ts';
import { haveSameQuestion } from '#src/features/community/have-same-question.ts';
import { voteOnAnswer } from '#src/features/community/vote-on-answer.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import { changeWriting } from '#src/features/moderation/change-writing.ts';
import { decideAcceptance } from '#src/features/moderation/decide-acceptance.ts';
import { markDuplicate } from '#src/features/moderation/mark-duplicate.ts';
import { mergeQuestion } from '#src/features/moderation/merge-question.ts';
import { moveQuestion } from '#src/features/moderation/move-question.ts';
import { undoEvent } from '#src/features/moderation/undo-event.ts';
import { createDatabase } from '#src/server/database.ts';
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

const { db, url } = await testDatabase();
const other = createDatabase(url);
afterAll(() => other.destroy());
const noon = new Date('2026-11-22T12:00:00Z');

let staff: [Actor, Actor];

beforeAll(async () => {
  staff = [
    await member(db, 'one-moderator', 'moderator'),
    await member(db, 'other-moderator', 'moderator'),
  ];
});

let asked = 0;
const ask = async () => {
  const asker = await member(db, `asker-${(asked += 1)}`);
  return (await askQuestion(db, asker, place, typedQuestion, noon)).id;
};

/** A question with answers of some people, and a comment under each and under itself. */
async function discussion(helpers: Actor[]) {
  const id = await ask();
  const answers: number[] = [];
  const comments: number[] = [];
  for (const helper of helpers) {
    const answer = await answerQuestion(db, helper, id, typedAnswer, 'en', noon);
    answers.push(answer);
    for (const answerId of [answer, undefined]) {
      const target = { questionId: id, answerId };
      comments.push(await writeComment(db, helper, target, 'Me too, please!', 'en', noon));
    }
  }
  return { id, answers, comments };
}

/** Waits for all; whatever was refused was refused for a reason that one after the other has too. */
async function settled(deeds: Promise<unknown>[]): Promise<number> {
  const outcomes = await Promise.allSettled(deeds);
  const refused = outcomes.flatMap((one): unknown[] =>
    one.status === 'rejected' ? [one.reason] : [],
  );
  const expected = [InvalidInput, NotAllowed, NotFound, StalePage];
  expect(refused.filter((error) => !expected.some((kind) => error instanceof kind))).toEqual([]);
  expect(await differences(db)).toEqual([]);
  return outcomes.length - refused.length;
}

const eventsOf = (ids: number[]) =>
  db
    .selectFrom('moderation_events')
    .select(['id', 'kind', 'undone_at'])
    .where('question_id', 'in', ids)
    .where('kind', '<>', 'undo')
    .orderBy('id')
    .execute();

test('two moderators who press the same button do it once', async () => {
  const { id, answers } = await discussion(await crowd(db, 'helper', 2));
  const both = (deed: 'lock' | 'hide', noun: 'question' | 'answer', subject: number) =>
    [db, other, db, other].map((on, index) =>
      changeWriting(on, staff[index % 2]!, { noun, id: subject, deed }, 'x', 'en', noon),
    );
  const done = await Promise.all([
    ...both('lock', 'question', id),
    ...both('hide', 'answer', answers[0]!),
  ]);
  expect(done.filter(({ eventId }) => eventId !== undefined)).toHaveLength(2);
  const events = await eventsOf([id]);
  expect(events).toHaveLength(2);
  const undone = events.flatMap((event) =>
    [db, other, db].map((on, index) => undoEvent(on, staff[index % 2]!, event.id, noon)),
  );
  expect(await settled(undone)).toBe(2);
});

test('of two questions that are marked as duplicates of each other one stays', async () => {
  for (let round = 0; round < 8; round += 1) {
    const [one, two] = [await ask(), await ask()];
    const mark = (on: typeof db, who: Actor, questionId: number, canonicalId: number) =>
      (round % 2 ? mergeQuestion : markDuplicate)(
        on,
        who,
        { questionId, canonicalId },
        '',
        'en',
        noon,
      );
    const done = await settled([mark(db, staff[0], one, two), mark(other, staff[1], two, one)]);
    expect(done).toBe(1);
  }
});

test('duplicates in a ring and in a row end without a chain and without waiting for each other', async () => {
  const ids: number[] = [];
  for (let index = 0; index < 6; index += 1) ids.push(await ask());
  for (let round = 0; round < 4; round += 1) {
    const marks = ids.flatMap((questionId, index) =>
      [1, 2].map((step) => {
        const canonicalId = ids[(index + step) % ids.length]!;
        const on = step === 1 ? db : other;
        const mark = round % 2 ? markDuplicate : mergeQuestion;
        return mark(on, staff[step - 1]!, { questionId, canonicalId }, '', 'en', noon);
      }),
    );
    expect(await settled(marks)).toBeGreaterThan(0);
    const undo = async () => {
      const events = await eventsOf(ids);
      const open = events.filter((event) => event.undone_at === null);
      await settled(
        open.map((event, index) =>
          undoEvent(index % 2 ? db : other, staff[index % 2]!, event.id, noon),
        ),
      );
      return open.length;
    };
    // What has to wait for what came after it is undone by one of the next.
    for (let left = await undo(), turns = 0; left > 0 && turns < 20; turns += 1)
      left = await undo();
    const still = (await eventsOf(ids)).filter((event) => event.undone_at === null);
    expect(still).toEqual([]);
    const leading = await db
      .selectFrom('questions')
      .select('duplicate_of_id')
      .where('id', 'in', ids)
      .where('duplicate_of_id', 'is not', null)
      .execute();
    expect(leading).toEqual([]);
    const brought = await db
      .selectFrom('same_questions')
      .select('member_id')
      .where('question_id', 'in', ids)
      .execute();
    expect(brought).toEqual([]);
  }
});

test('merging while others vote, accept, answer, comment, hide and undo loses nothing', async () => {
  for (let round = 0; round < 3; round += 1) {
    // Nobody comes near a limit.
    const people = await crowd(db, `person-${round}`, 12);
    const one = await discussion(people.slice(0, 3));
    const two = await discussion(people.slice(3, 6));
    const writers = people.slice(6);
    const rows = async () => {
      const count = (table: 'answers' | 'comments') =>
        db.selectFrom(table).select(db.fn.countAll<string>().as('n')).executeTakeFirstOrThrow();
      return Number((await count('answers')).n) + Number((await count('comments')).n);
    };
    const before = await rows();
    const answers = [...one.answers, ...two.answers];
    let written = 0;
    const count = async (deed: Promise<unknown>) => {
      await deed;
      written += 1;
    };
    const deeds = [
      mergeQuestion(db, staff[0], { questionId: one.id, canonicalId: two.id }, '', 'en', noon),
      mergeQuestion(other, staff[1], { questionId: two.id, canonicalId: one.id }, '', 'en', noon),
      ...writers.flatMap((writer, index) => {
        const on = index % 2 ? db : other;
        const answer = answers[index % answers.length]!;
        const id = index % 2 ? one.id : two.id;
        return [
          voteOnAnswer(on, writer, answer, 1, noon),
          decideAcceptance(on, staff[index % 2]!, answer, true, noon),
          haveSameQuestion(on, writer, id, true, noon),
          count(answerQuestion(on, writer, id, typedAnswer, 'en', noon)),
          count(
            writeComment(on, writer, { questionId: id, answerId: answer }, 'So it is!', 'en', noon),
          ),
          changeWriting(
            on,
            staff[0],
            { noun: 'answer', id: answer, deed: 'hide' },
            'x',
            'en',
            noon,
          ),
          moveQuestion(
            on,
            staff[1],
            {
              id,
              category: `shelf-${index}`,
              categories: [{ locale: 'en', name: `shelf-${index}` }],
            },
            '',
            'en',
            noon,
          ),
        ];
      }),
      ...one.comments.map((comment, index) =>
        deleteComment(db, people[Math.floor(index / 2)]!, comment, noon),
      ),
    ];
    expect(await settled(deeds)).toBeGreaterThan(10);
    // Acknowledged texts are all there, whichever question they ended at.
    expect((await rows()) - before).toBe(written);
    const events = await eventsOf([one.id, two.id]);
    expect(events.filter(({ kind }) => kind === 'merge')).toHaveLength(1);
    await settled(
      events.flatMap((event) => [
        undoEvent(db, staff[0], event.id, noon),
        undoEvent(other, staff[1], event.id, noon),
      ]),
    );
    expect((await rows()) - before).toBe(written);
  }
});
