import { expect, test } from 'vitest';
import type { Actor, Role } from '#src/features/accounts/actor.ts';
import { editProfile } from '#src/features/accounts/edit-profile.ts';
import { openSession, readSession } from '#src/features/accounts/session.ts';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { deleteAnswer } from '#src/features/community/delete-answer.ts';
import { voteOnQuestion } from '#src/features/community/vote-on-question.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import { changeWriting } from '#src/features/moderation/change-writing.ts';
import { decideItem } from '#src/features/moderation/decide-item.ts';
import { flagWriting } from '#src/features/moderation/flag-writing.ts';
import { liftSanction } from '#src/features/moderation/lift-sanction.ts';
import { readMemberRecord } from '#src/features/moderation/read-member-record.ts';
import { readPresentSanction } from '#src/features/moderation/read-present-sanction.ts';
import { readSummary } from '#src/features/moderation/read-summary.ts';
import { readTold } from '#src/features/moderation/read-told.ts';
import { removeAll } from '#src/features/moderation/remove-all.ts';
import type { SanctionDays, SanctionKind } from '#src/features/moderation/sanction.ts';
import { sanctionMember } from '#src/features/moderation/sanction-member.ts';
import { undoEvent } from '#src/features/moderation/undo-event.ts';
import { InvalidInput, NotAllowed, NotFound, NotSignedIn, StalePage } from '#src/server/errors.ts';
import { member, place, typedAnswer, typedQuestion } from '#tests/integration/community/members.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { differences } from './counters.ts';
import { DAY } from './newcomers.ts';

const { db } = await testDatabase();
// Sessions ask the database for the time.
const now = new Date();
const browser = { userAgent: '', token: undefined };

const roles = ['member', 'author', 'moderator', 'admin'] as const;
const people = Object.fromEntries(
  await Promise.all(roles.map(async (role) => [role, await member(db, `the-${role}`, role)])),
) as Record<Role, Actor>;
const { moderator } = people;

let names = 0;
const somebody = (role: Role = 'member') => member(db, `somebody-${(names += 1)}`, role);
const impose = (
  on: Actor,
  kind: SanctionKind,
  days: SanctionDays = 3,
  by: Actor | undefined = moderator,
  reason = 'Rude words',
) => sanctionMember(db, by, on.id, { kind, days, reason }, 'en', now);
const asRead = async (actor: Actor) =>
  (await readSession(db, await openSession(db, actor.id, browser, now)))!.actor;
const lastEvent = async () =>
  (
    await db
      .selectFrom('moderation_events')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  ).id;
const sanctionsOf = async (actor: Actor) =>
  (await readMemberRecord(db, moderator, { id: actor.id }, now))!.sanctions;

test('a silenced member reads and votes but does not write, and reads why', async () => {
  const rude = await somebody();
  const { id } = await askQuestion(db, people.author, place, typedQuestion, now);
  await impose(rude, 'silence', 3);
  const actor = await asRead(rude);
  expect(actor.silencedUntil).toEqual(new Date(now.getTime() + 3 * DAY));
  await expect(answerQuestion(db, actor, id, typedAnswer, 'en', now)).rejects.toThrow(NotAllowed);
  await voteOnQuestion(db, actor, id, 1, now);
  expect(await readPresentSanction(db, actor, now)).toMatchObject({
    kind: 'silence',
    reason: 'Rude words',
  });
  expect((await readTold(db, actor, now)).sanctions).toHaveLength(1);

  await impose(rude, 'suspension', 1);
  const suspended = await asRead(rude);
  await expect(voteOnQuestion(db, suspended, id, 1, now)).rejects.toThrow(NotAllowed);
  expect(await readPresentSanction(db, suspended, now)).toMatchObject({ kind: 'suspension' });
});

test('a sanction ends by itself, is lifted early, and lifting is undone', async () => {
  const rude = await somebody();
  await impose(rude, 'silence', 1);
  await impose(rude, 'silence', 30);
  const [month] = await sanctionsOf(rude);
  await liftSanction(db, moderator, month!.id, now);
  expect((await asRead(rude)).silencedUntil).toEqual(new Date(now.getTime() + DAY));
  await expect(liftSanction(db, moderator, month!.id, now)).rejects.toThrow(StalePage);
  await undoEvent(db, moderator, await lastEvent(), now);
  expect((await asRead(rude)).silencedUntil).toEqual(new Date(now.getTime() + 30 * DAY));
  await db
    .updateTable('members')
    .set({ silenced_until: new Date(now.getTime() - 1000) })
    .where('id', '=', rude.id)
    .execute();
  expect((await asRead(rude)).silencedUntil).toBeNull();

  await impose(rude, 'suspension', 0);
  expect((await asRead(rude)).suspendedUntil?.getUTCFullYear()).toBe(9999);
  await undoEvent(db, moderator, await lastEvent(), now);
  expect((await asRead(rude)).suspendedUntil).toBeNull();
  await impose(rude, 'warning');
  expect(await asRead(rude)).toMatchObject({ suspendedUntil: null });
});

test('nobody imposes anything on their equals, on those above them, or on themselves', async () => {
  const below: Record<Role, Role[]> = {
    member: [],
    author: [],
    moderator: ['member', 'author'],
    admin: ['member', 'author', 'moderator'],
  };
  for (const by of roles) {
    for (const role of roles) {
      const outcome = impose(await somebody(role), 'warning', 1, people[by]);
      if (below[by].includes(role)) await outcome;
      else await expect(outcome, `${by} on ${role}`).rejects.toThrow(NotAllowed);
    }
    await expect(impose(people[by], 'warning', 1, people[by])).rejects.toThrow(NotAllowed);
  }
  const rude = await somebody();
  await expect(impose(rude, 'warning', 1, moderator, ' ')).rejects.toThrow(InvalidInput);
  await expect(
    sanctionMember(db, undefined, rude.id, { kind: 'warning', days: 1, reason: 'x' }, 'en', now),
  ).rejects.toThrow(NotSignedIn);
  await expect(impose({ ...rude, id: 999_999 }, 'warning')).rejects.toThrow(NotFound);
});

async function spammer() {
  const spam = await somebody();
  const helper = await somebody();
  const { id: own } = await askQuestion(db, spam, place, typedQuestion, now);
  const { id: others } = await askQuestion(db, helper, place, typedQuestion, now);
  const answer = await answerQuestion(db, spam, others, typedAnswer, 'en', now);
  const gone = await answerQuestion(db, spam, others, `${typedAnswer} Gone.`, 'en', now);
  await answerQuestion(db, helper, others, `${typedAnswer} Stays.`, 'en', now);
  await writeComment(
    db,
    spam,
    { questionId: others, answerId: undefined },
    'A comment.',
    'en',
    now,
  );
  await deleteAnswer(db, spam, gone, now);
  await acceptAnswer(db, helper, answer, now);
  await flagWriting(db, helper, { noun: 'answer', id: answer }, { reason: 'spam', note: '' }, now);
  return { spam, helper, own, others, answer, gone };
}

const question = (id: number) =>
  db
    .selectFrom('questions')
    .select(['answer_count', 'accepted_answer_id', 'accepted_by_id', 'deleted_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

test('all texts of a spammer go at once, and come back exactly as they were', async () => {
  const { spam, helper, own, others, answer, gone } = await spammer();
  await db.updateTable('members').set({ approved_at: now }).where('id', '=', spam.id).execute();
  const before = [await question(own), await question(others)];
  const later = new Date(now.getTime() + 1000);
  expect(await removeAll(db, moderator, spam.id, 'Spam', 'en', later)).toBe(3);
  expect((await question(own)).deleted_at).toEqual(later);
  expect(await question(others)).toMatchObject({ answer_count: 1, accepted_answer_id: null });
  expect(await differences(db)).toEqual([]);
  expect(await readMemberRecord(db, moderator, { id: spam.id }, later)).toMatchObject({
    trust: 'new',
    questions: 0,
    answers: 0,
    removed: 1,
  });
  const flags = () =>
    db.selectFrom('flags').select('is_upheld').where('member_id', '=', helper.id).execute();
  expect(await flags()).toEqual([{ is_upheld: true }]);

  await undoEvent(db, people.admin, await lastEvent(), later);
  expect([await question(own), await question(others)]).toEqual(before);
  expect(before[1]).toMatchObject({ accepted_answer_id: answer, accepted_by_id: helper.id });
  expect(await flags()).toEqual([{ is_upheld: null }]);
  const { deleted_by_id } = await db
    .selectFrom('answers')
    .select('deleted_by_id')
    .where('id', '=', gone)
    .executeTakeFirstOrThrow();
  expect(deleted_by_id).toBe(spam.id);
  expect(await readMemberRecord(db, moderator, { id: spam.id }, later)).toMatchObject({
    trust: 'known',
  });
  expect(await differences(db)).toEqual([]);
});

test('undoing it leaves alone what was decided anew since', async () => {
  const { spam, own, answer } = await spammer();
  const later = new Date(now.getTime() + 1000);
  const afterwards = new Date(now.getTime() + 2000);
  await removeAll(db, moderator, spam.id, 'Spam', 'en', later);
  const event = await lastEvent();
  for (const deed of ['restore', 'remove'] as const) {
    const which = { noun: 'answer', id: answer, deed } as const;
    await changeWriting(db, moderator, which, 'Looked at again', 'en', afterwards);
  }
  await undoEvent(db, moderator, event, afterwards);
  expect((await question(own)).deleted_at).toBeNull();
  const { deleted_at } = await db
    .selectFrom('answers')
    .select('deleted_at')
    .where('id', '=', answer)
    .executeTakeFirstOrThrow();
  expect(deleted_at).toEqual(afterwards);
  expect(await differences(db)).toEqual([]);
});

test('who may delete all of a member: moderators, of those below them, with a reason', async () => {
  const { spam } = await spammer();
  for (const by of [people.member, people.author, spam]) {
    await expect(removeAll(db, by, spam.id, 'Spam', 'en', now)).rejects.toThrow(NotAllowed);
  }
  await expect(removeAll(db, moderator, spam.id, '', 'en', now)).rejects.toThrow(InvalidInput);
  await expect(removeAll(db, moderator, people.admin.id, 'Spam', 'en', now)).rejects.toThrow(
    NotAllowed,
  );
});

test('two who delete all of two members with answers on the same questions do not wait for good', async () => {
  const pairs = await Promise.all(Array.from({ length: 4 }, () => spammer()));
  for (const [index, one] of pairs.entries()) {
    const other = pairs[(index + 1) % pairs.length]!;
    await answerQuestion(db, one.spam, other.others, `${typedAnswer} ${index}`, 'en', now);
  }
  await Promise.all(pairs.map(({ spam }) => removeAll(db, moderator, spam.id, 'Spam', 'en', now)));
  expect(await differences(db)).toEqual([]);
});

test('the summary counts what happened, by month, without names', async () => {
  const before = (await readSummary(db, now))[0]!.counts;
  const { spam } = await spammer();
  const { answer: good } = await spammer();
  const item = await db
    .selectFrom('review_items')
    .select('id')
    .where('writing_id', '=', good)
    .where('noun', '=', 'answer')
    .executeTakeFirstOrThrow();
  await decideItem(db, moderator, item.id, { decision: 'keep', reason: '' }, 'en', now);
  await impose(spam, 'warning');
  await impose(spam, 'silence');
  await removeAll(db, moderator, spam.id, 'Spam', 'en', now);
  await undoEvent(db, moderator, await lastEvent(), now);
  await removeAll(db, moderator, spam.id, 'Spam', 'en', now);
  const [present] = await readSummary(db, now);
  expect(present!.month).toBe(now.toISOString().slice(0, 7));
  expect(present!.counts).toEqual({
    ...before,
    flags: before.flags + 2,
    upheld: before.upheld + 1,
    deleted: before.deleted + 2,
    warned: before.warned + 1,
    silenced: before.silenced + 1,
    undone: before.undone + 1,
  });
  const nextYear = new Date(Date.UTC(now.getUTCFullYear() + 1, now.getUTCMonth() + 1, 1));
  expect(await readSummary(db, nextYear)).toEqual([]);
});

test('a suspended member no longer changes what others read of them', async () => {
  const rude = await somebody();
  await impose(rude, 'suspension');
  const profile = { name: 'Other', handle: rude.handle, about: '', locale: 'en' };
  await expect(editProfile(db, await asRead(rude), profile, ['en'])).rejects.toThrow(NotAllowed);
  await editProfile(db, rude, profile, ['en']);
});
