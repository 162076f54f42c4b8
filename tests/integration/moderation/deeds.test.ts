import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#src/features/accounts/actor.ts';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { MODERATION_NOTICE_TASK } from '#src/features/community/announce-decision.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { readQuestionPage } from '#src/features/community/read-question-page.ts';
import { readTextChanges } from '#src/features/community/read-text-changes.ts';
import { restoreAnswer } from '#src/features/community/restore-answer.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import { changeWriting } from '#src/features/moderation/change-writing.ts';
import { decideAcceptance } from '#src/features/moderation/decide-acceptance.ts';
import { editWriting } from '#src/features/moderation/edit-writing.ts';
import { moveQuestion } from '#src/features/moderation/move-question.ts';
import { undoEvent } from '#src/features/moderation/undo-event.ts';
import type { StateDeed, Written } from '#src/features/moderation/writing-state.ts';
import { InvalidInput, NotAllowed, NotFound, NotSignedIn, StalePage } from '#src/server/errors.ts';
import { member, place, typedAnswer, typedQuestion } from '#tests/integration/community/members.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { differences } from './counters.ts';

const { db } = await testDatabase();
const noon = new Date('2026-11-22T12:00:00Z');
const later = new Date('2026-11-22T13:00:00Z');
const evening = new Date('2026-11-22T18:00:00Z');

let moderator: Actor;
let other: Actor;
let names = 0;

const somebody = () => member(db, `somebody-${(names += 1)}`);
const ask = async (who?: Actor) =>
  (await askQuestion(db, who ?? (await somebody()), place, typedQuestion, noon)).id;
const answer = async (questionId: number, who?: Actor) =>
  answerQuestion(db, who ?? (await somebody()), questionId, typedAnswer, 'en', noon);
const page = async (id: number, who: Actor | undefined = moderator) => {
  const found = await readQuestionPage(db, id, who, {});
  if (!found) throw new Error(`no question ${id}`);
  return found;
};
const change = (
  noun: Written,
  id: number,
  deed: StateDeed,
  reason = 'It had to be.',
  who = moderator,
) => changeWriting(db, who, { noun, id, deed }, reason, 'en', later);
const undo = async (eventId: number | undefined, who: Actor | undefined = other) =>
  undoEvent(db, who, eventId ?? 0, evening);
const logged = (question: number) =>
  db
    .selectFrom('moderation_events')
    .selectAll()
    .where('question_id', '=', question)
    .orderBy('id')
    .execute();

beforeAll(async () => {
  moderator = await member(db, 'moderator', 'moderator');
  other = await member(db, 'other-moderator', 'moderator');
});

test('is for moderators', async () => {
  const asker = await somebody();
  const id = await ask(asker);
  await expect(
    changeWriting(db, undefined, { noun: 'question', id, deed: 'lock' }, '', 'en', later),
  ).rejects.toThrow(NotSignedIn);
  const author = await member(db, 'author', 'author');
  const silenced = { ...moderator, silencedUntil: evening };
  for (const who of [asker, author, silenced]) {
    await expect(change('question', id, 'lock', '', who)).rejects.toThrow(NotAllowed);
    await expect(
      moveQuestion(db, who, { id, category: 'x', categories: [] }, '', 'en', later),
    ).rejects.toThrow(NotAllowed);
  }
  const { eventId } = await change('question', id, 'lock', '');
  await expect(undo(eventId, asker)).rejects.toThrow(NotAllowed);
  await expect(undoEvent(db, undefined, eventId ?? 0, later)).rejects.toThrow(NotSignedIn);
});

describe('a state', () => {
  const pairs = [
    ['question', 'lock', 'unlock', 'lockedAt'],
    ['question', 'pin', 'unpin', 'pinnedAt'],
    ['question', 'hide', 'show', 'hiddenAt'],
    ['question', 'remove', 'restore', 'deletedAt'],
    ['answer', 'hide', 'show', 'hiddenAt'],
    ['answer', 'remove', 'restore', 'deletedAt'],
    ['comment', 'hide', 'show', 'hiddenAt'],
    ['comment', 'remove', 'restore', 'deletedAt'],
  ] as const;

  test.each(pairs)('of a %s: %s, %s, and both undone', async (noun, deed, back, name) => {
    const questionId = await ask();
    const answerId = await answer(questionId);
    const target = { questionId, answerId: undefined };
    const commentId = await writeComment(db, await somebody(), target, 'Me too!', 'en', noon);
    const id = { question: questionId, answer: answerId, comment: commentId }[noun];
    const state = async () => {
      const { question, answers } = await page(questionId);
      const found = { question, answer: answers.rows[0], comment: question.comments[0] }[noun];
      expect(await differences(db)).toEqual([]);
      return (found as unknown as Record<string, unknown>)[name];
    };
    const done = await change(noun, id, deed);
    expect(await state()).toEqual(later);
    expect((await change(noun, id, deed)).eventId).toBeUndefined();
    await undo(done.eventId);
    expect(await state()).toBeNull();

    await change(noun, id, deed);
    const undone = await change(noun, id, back);
    expect(await state()).toBeNull();
    await undo(undone.eventId);
    expect(await state()).toEqual(later);
    // What it took back is not there any more.
    await expect(undo(undone.eventId)).rejects.toThrow(StalePage);
    expect((await logged(questionId)).map(({ kind }) => kind)).toEqual([
      deed,
      'undo',
      deed,
      back,
      'undo',
    ]);
  });

  test('is logged with who, whose, why and when', async () => {
    const asker = await somebody();
    const id = await ask(asker);
    const { eventId } = await change('question', id, 'hide', '  Spam, I think. ');
    await undo(eventId);
    expect(await logged(id)).toMatchObject([
      {
        id: eventId,
        kind: 'hide',
        actor_id: moderator.id,
        noun: 'question',
        subject_id: id,
        member_id: asker.id,
        reason: 'Spam, I think.',
        created_at: later,
        undone_at: evening,
        undone_by_id: other.id,
      },
      { kind: 'undo', actor_id: other.id, member_id: asker.id, created_at: evening },
    ]);
  });

  test('of others’ texts is changed for a reason', async () => {
    const id = await ask();
    for (const deed of ['hide', 'remove'] as const) {
      await expect(change('question', id, deed, ' ')).rejects.toThrow(InvalidInput);
    }
    await change('question', id, 'remove');
    await expect(change('question', id, 'restore', '')).rejects.toThrow(InvalidInput);
    expect(await logged(id)).toHaveLength(1);
  });

  test('that answers do not have is none', async () => {
    const answerId = await answer(await ask());
    await expect(change('answer', answerId, 'lock')).rejects.toThrow(NotFound);
    await expect(change('answer', 999_999, 'hide')).rejects.toThrow(NotFound);
    await expect(undo(999_999)).rejects.toThrow(NotFound);
  });

  test('what is held or flagged is not shown from here', async () => {
    const id = await ask();
    await db
      .updateTable('questions')
      .set({ hidden_at: noon, hidden_for: 'flags' })
      .where('id', '=', id)
      .execute();
    expect((await change('question', id, 'show')).eventId).toBeUndefined();
    expect((await page(id)).question.hiddenAt).toEqual(noon);
  });

  test('members do not bring back what staff took away', async () => {
    const helper = await somebody();
    const answerId = await answer(await ask(), helper);
    await change('answer', answerId, 'remove');
    await expect(restoreAnswer(db, helper, answerId)).rejects.toThrow(NotAllowed);
    await expect(restoreAnswer(db, moderator, answerId)).rejects.toThrow(NotAllowed);
  });

  test('that somebody has changed since is left alone', async () => {
    const id = await ask();
    const first = await change('question', id, 'remove');
    await changeWriting(
      db,
      other,
      { noun: 'question', id, deed: 'restore' },
      'Mistake',
      'en',
      later,
    );
    await changeWriting(
      db,
      other,
      { noun: 'question', id, deed: 'remove' },
      'After all',
      'en',
      evening,
    );
    await expect(undo(first.eventId)).rejects.toThrow(StalePage);
    expect((await page(id)).question.deletedAt).toEqual(evening);
  });
});

describe('an accepted answer', () => {
  const accepted = async () => {
    const asker = await somebody();
    const id = await ask(asker);
    const answerId = await answer(id);
    await acceptAnswer(db, asker, answerId, noon);
    return { asker, id, answerId };
  };
  const acceptance = async (id: number) => (await page(id)).question.acceptedAnswerId;

  test.each(['hide', 'remove'] as const)('after %s is none, and is one again', async (deed) => {
    const { id, answerId } = await accepted();
    const { eventId } = await change('answer', answerId, deed);
    expect(await acceptance(id)).toBeNull();
    await undo(eventId);
    expect(await acceptance(id)).toBe(answerId);
    const row = await db
      .selectFrom('questions')
      .select(['accepted_at', 'answer_count'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ accepted_at: noon, answer_count: 1 });
  });

  test('is not put back in place of another one', async () => {
    const { asker, id, answerId } = await accepted();
    const second = await answer(id);
    const { eventId } = await change('answer', answerId, 'hide');
    await acceptAnswer(db, asker, second, later);
    await undo(eventId);
    expect(await acceptance(id)).toBe(second);
    expect((await page(id)).question.answerCount).toBe(2);
  });

  test('stays, when the showing of it is to be undone', async () => {
    const { asker, id, answerId } = await accepted();
    await change('answer', answerId, 'hide');
    const { eventId } = await change('answer', answerId, 'show');
    await acceptAnswer(db, asker, answerId, later);
    await expect(undo(eventId)).rejects.toThrow(StalePage);
    expect(await acceptance(id)).toBe(answerId);
  });

  test('of others is staff’s choice, logged and undone; one’s own is nobody’s business', async () => {
    const { asker, id, answerId } = await accepted();
    const second = await answer(id);
    await decideAcceptance(db, moderator, second, true, later);
    await decideAcceptance(db, asker, answerId, true, later);
    await decideAcceptance(db, asker, answerId, false, later);
    await decideAcceptance(db, moderator, second, true, later);
    const events = await logged(id);
    expect(events.map(({ kind, actor_id: by }) => [kind, by])).toEqual([
      ['accept', moderator.id],
      ['accept', moderator.id],
    ]);
    await undo(events[1]?.id);
    expect(await acceptance(id)).toBeNull();
    await expect(undo(events[0]?.id)).rejects.toThrow(StalePage);
    await decideAcceptance(db, moderator, second, true, evening);
    await decideAcceptance(db, moderator, second, false, evening);
    const withdrawal = (await logged(id)).at(-1);
    expect(withdrawal?.kind).toBe('withdraw');
    await undo(withdrawal?.id);
    expect(await acceptance(id)).toBe(second);
    await expect(decideAcceptance(db, await somebody(), answerId, true, later)).rejects.toThrow(
      NotAllowed,
    );
  });
});

test('an acceptance whose answer is gone does not come back', async () => {
  const id = await ask();
  const [first, second] = [await answer(id), await answer(id)];
  await decideAcceptance(db, moderator, first, true, noon);
  await decideAcceptance(db, moderator, second, true, later);
  await change('answer', first, 'remove');
  const [, event] = await logged(id);
  await expect(undo(event?.id)).rejects.toThrow(StalePage);
  expect((await page(id)).question.acceptedAnswerId).toBe(second);
  expect(await differences(db)).toEqual([]);
});

test('whose text it was is told what happened to it, and why', async () => {
  const asker = await somebody();
  const id = await ask(asker);
  const { eventId } = await change('question', id, 'hide', 'It names a person.');
  await undo(eventId);
  const { rows } = await sql<{ payload: unknown }>`
    SELECT payload FROM graphile_worker._private_jobs AS jobs
    JOIN graphile_worker._private_tasks AS tasks ON tasks.id = jobs.task_id
    WHERE tasks.identifier = ${MODERATION_NOTICE_TASK}
      AND (payload->>'questionId')::int = ${id}
    ORDER BY jobs.id`.execute(db);
  expect(rows.map(({ payload }) => payload)).toEqual([
    expect.objectContaining({
      memberId: asker.id,
      byId: moderator.id,
      deed: 'hidden',
      note: 'It names a person.',
    }),
    expect.objectContaining({ memberId: asker.id, byId: other.id, deed: 'restored' }),
  ]);
});

test('a question goes to another category and back', async () => {
  const id = await ask();
  const categories = ['using', 'writing'].map((name) => ({ locale: 'en', name }));
  const move = (category: string) =>
    moveQuestion(db, moderator, { id, category, categories }, '', 'en', later);
  await expect(move('elsewhere')).rejects.toThrow(InvalidInput);
  expect((await move('using')).eventId).toBeUndefined();
  const { eventId } = await move('writing');
  expect((await page(id)).question.category).toBe('writing');
  await undo(eventId);
  expect((await page(id)).question.category).toBe('using');
});

describe('an edit by staff', () => {
  const typed = {
    title: '',
    body: 'A body that somebody else has mended.',
    tags: '',
    reason: 'Links',
  };

  test.each(['question', 'answer', 'comment'] as const)('of a %s is undone', async (noun) => {
    const writer = await somebody();
    const questionId = await ask(writer);
    const target = { questionId, answerId: undefined };
    const id = {
      question: () => questionId,
      answer: () => answer(questionId, writer),
      comment: () => writeComment(db, writer, target, 'Me too, please!', 'en', noon),
    };
    const textId = await id[noun]();
    const title = 'How is an article found again?';
    const edit = (who: Actor, body = typed.body) =>
      editWriting(db, who, { noun, id: textId }, { ...typed, title, body }, 'en', later);
    const table = `${noun}s` as const;
    const body = async () => {
      const row = db.selectFrom(table).select(['body', 'html']).where('id', '=', textId);
      return row.executeTakeFirstOrThrow();
    };
    const before = await body();
    await edit(moderator);
    expect((await body()).body).toBe(typed.body);
    const [event] = await logged(questionId);
    expect(event).toMatchObject({ kind: 'edit', reason: 'Links', subject_id: textId });
    await undo(event?.id);
    expect(await body()).toEqual(before);
    const present = { title: typedQuestion.title, body: before.body, tags: ['search', 'mobile'] };
    expect(await readTextChanges(db, noun, textId, present, false)).toHaveLength(2);
    expect(await logged(questionId)).toHaveLength(2);

    await edit(moderator);
    await edit(writer, `${typed.body} And again.`);
    const [, , second] = await logged(questionId);
    await expect(undo(second?.id)).rejects.toThrow(StalePage);
    expect(await logged(questionId)).toHaveLength(3);
  });
});
