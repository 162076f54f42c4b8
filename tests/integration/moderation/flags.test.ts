import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Actor } from '#src/features/accounts/actor.ts';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { MODERATION_NOTICE_TASK } from '#src/features/community/announce-decision.ts';
import { readQuestionPage } from '#src/features/community/read-question-page.ts';
import { claimItem } from '#src/features/moderation/claim-item.ts';
import { decideItem } from '#src/features/moderation/decide-item.ts';
import { editWriting } from '#src/features/moderation/edit-writing.ts';
import { flagWriting } from '#src/features/moderation/flag-writing.ts';
import type { DecisionKind } from '#src/features/moderation/review-item.ts';
import { undoEvent } from '#src/features/moderation/undo-event.ts';
import { createDatabase } from '#src/server/database.ts';
import { NotAllowed, NotFound, NotSignedIn, StalePage, TooMany } from '#src/server/errors.ts';
import { crowd, member, typedAnswer } from '#tests/integration/community/members.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { differences } from './counters.ts';
import { openItems, posting } from './newcomers.ts';

const { db, url } = await testDatabase();
const noon = new Date('2026-11-22T12:00:00Z');
const later = new Date('2026-11-22T13:00:00Z');
const { ask, answer } = posting(db, noon);
const spam = { reason: 'spam', note: '' } as const;

const moderator = await member(db, 'moderator', 'moderator');
const other = await member(db, 'other-moderator', 'moderator');
const staff = await member(db, 'writer', 'author');
const asker = await knownMember('asker');
const question = await ask(asker, 'I read it yesterday and cannot find it any more.');

async function knownMember(handle: string): Promise<Actor> {
  const actor = await member(db, handle);
  await db.updateTable('members').set({ approved_at: noon }).where('id', '=', actor.id).execute();
  return actor;
}

let texts = 0;
async function newAnswer(by?: Actor) {
  texts += 1;
  const author = by ?? (await knownMember(`author-${texts}`));
  return { author, id: await answer(author, question, `${typedAnswer} Number ${texts}.`) };
}
const flag = (by: Actor | undefined, id: number, what: { reason: 'spam'; note: string } = spam) =>
  flagWriting(db, by, { noun: 'answer', id }, what, later);
const isShownTo = async (reader: Actor | undefined, id: number) =>
  (await readQuestionPage(db, question, reader, {}, id))?.answers.rows.some((one) => one.id === id);
const itemOf = async (id: number) =>
  (await openItems(db)).find((item) => item.noun === 'answer' && item.writing_id === id);
const decide = (by: Actor, item: number, decision: DecisionKind, on = db, at = later) =>
  decideItem(on, by, item, { decision, reason: 'Advertising' }, 'en', at);
const lastEvent = async () =>
  db.selectFrom('moderation_events').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
const acceptedAnswer = async () =>
  (
    await db
      .selectFrom('questions')
      .select('accepted_answer_id')
      .where('id', '=', question)
      .executeTakeFirstOrThrow()
  ).accepted_answer_id;

test('three flags hide a text until a moderator looks, who puts all of it back', async () => {
  const { author, id } = await newAnswer();
  await acceptAnswer(db, asker, id, noon);
  const flaggers = await Promise.all(['a', 'b', 'c'].map((name) => knownMember(`flagger-${name}`)));
  await flag(flaggers[0], id);
  await flag(flaggers[1], id, { reason: 'spam', note: ' A shop. ' });
  // Of one member one flag counts.
  await flag(flaggers[1], id);
  expect(await isShownTo(undefined, id)).toBe(true);
  await flag(flaggers[2], id);
  expect(await isShownTo(undefined, id)).toBe(false);
  expect(await isShownTo(author, id)).toBe(true);
  expect(await acceptedAnswer()).toBeNull();
  expect(await differences(db)).toEqual([]);
  expect(await lastEvent()).toMatchObject({ kind: 'hide-flagged', actor_id: null });
  // Nobody flags what they no longer see.
  await expect(flag(await knownMember('late-flagger'), id)).rejects.toThrow(NotAllowed);

  const item = (await itemOf(id))!;
  await decide(moderator, item.id, 'keep');
  expect(await isShownTo(undefined, id)).toBe(true);
  expect(await acceptedAnswer()).toBe(id);
  expect(await differences(db)).toEqual([]);
  const flags = () =>
    db.selectFrom('flags').select('is_upheld').where('item_id', '=', item.id).execute();
  expect((await flags()).map(({ is_upheld }) => is_upheld)).toEqual([false, false, false]);

  await undoEvent(db, other, (await lastEvent()).id, later);
  expect(await isShownTo(undefined, id)).toBe(false);
  expect(await acceptedAnswer()).toBeNull();
  expect((await flags()).map(({ is_upheld }) => is_upheld)).toEqual([null, null, null]);
  await decide(moderator, item.id, 'hide');
  expect(await isShownTo(author, id)).toBe(false);
  expect((await flags()).map(({ is_upheld }) => is_upheld)).toEqual([true, true, true]);
  expect(await differences(db)).toEqual([]);
});

test('new members and those who were wrong before hide little, staff at once, and staff stays', async () => {
  const { id } = await newAnswer();
  for (const newcomer of await crowd(db, 'newcomer', 5)) await flag(newcomer, id);
  expect(await isShownTo(undefined, id)).toBe(true);
  await flag(staff, id);
  expect(await isShownTo(undefined, id)).toBe(false);

  const official = await newAnswer(staff);
  await flag(moderator, official.id);
  expect(await isShownTo(undefined, official.id)).toBe(true);
  expect(await itemOf(official.id)).toMatchObject({ kind: 'flags' });
});

test('a flag is weighed by what became of earlier ones', async () => {
  const zealous = await knownMember('zealous');
  for (const outcome of ['keep', 'keep', 'keep', 'remove'] as const) {
    const { id } = await newAnswer();
    await flag(zealous, id);
    await decide(moderator, (await itemOf(id))!.id, outcome);
  }
  const { id } = await newAnswer();
  await flag(zealous, id);
  const { weight } = await db
    .selectFrom('flags')
    .select('weight')
    .where('member_id', '=', zealous.id)
    .where('writing_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(weight).toBe(75); // 2 · (1 + 2) / (4 + 4)
});

test('who may flag: members who take part, what others wrote and everybody reads', async () => {
  const { author, id } = await newAnswer();
  const silenced = { ...(await knownMember('silenced')), silencedUntil: later };
  const suspended = { ...(await knownMember('suspended')), suspendedUntil: later };
  await expect(flag(undefined, id)).rejects.toThrow(NotSignedIn);
  await expect(flag(author, id)).rejects.toThrow(NotAllowed);
  await expect(flag(suspended, id)).rejects.toThrow(NotAllowed);
  await expect(flag({ ...silenced, isVerified: false }, id)).rejects.toThrow(NotAllowed);
  await expect(flag(silenced, 2_000_000)).rejects.toThrow(NotFound);
  await flag(silenced, id);
  expect(await itemOf(id)).toBeDefined();
});

test('twenty flags a day', async () => {
  const busy = await knownMember('busy');
  for (let n = 0; n < 20; n++) await flag(busy, (await newAnswer()).id);
  const refused = await flag(busy, (await newAnswer()).id).catch((error) => error);
  expect(refused).toBeInstanceOf(TooMany);
  expect(refused.limit).toMatchObject({ name: 'flag-day', uses: 20 });
});

test('many who flag at once leave one item, and hide the text once', async () => {
  const { id } = await newAnswer();
  const people = await Promise.all(Array.from({ length: 12 }, (_, n) => knownMember(`crowd-${n}`)));
  const second = createDatabase(url);
  try {
    const outcomes = await Promise.allSettled(
      people.flatMap((person, n) => {
        const on = n % 2 ? db : second;
        const raise = () => flagWriting(on, person, { noun: 'answer', id }, spam, later);
        return [raise(), raise()];
      }),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(NotAllowed);
    }
    expect((await openItems(db)).filter(({ writing_id }) => writing_id === id)).toHaveLength(1);
    const flags = await db
      .selectFrom('flags')
      .select('member_id')
      .where('writing_id', '=', id)
      .execute();
    expect(new Set(flags.map(({ member_id }) => member_id)).size).toBe(flags.length);
    expect(flags.length).toBe(3);
    expect(await differences(db)).toEqual([]);
  } finally {
    await second.destroy();
  }
});

test('one member who presses the button five times at once has raised one flag', async () => {
  const { id } = await newAnswer();
  const hasty = await knownMember('hasty');
  await Promise.all(Array.from({ length: 5 }, () => flag(hasty, id)));
  const flags = await db.selectFrom('flags').select('id').where('writing_id', '=', id).execute();
  expect(flags).toHaveLength(1);
});

test('an item is kept for ten minutes for the moderator who opens it', async () => {
  const { id } = await newAnswer();
  await flag(asker, id);
  const item = (await itemOf(id))!.id;
  expect(await claimItem(db, moderator, item, later)).toBe(true);
  expect(await claimItem(db, moderator, item, later)).toBe(true);
  expect(await claimItem(db, other, item, later)).toBe(false);
  await expect(decide(other, item, 'keep')).rejects.toThrow(StalePage);
  await expect(claimItem(db, asker, item, later)).rejects.toThrow(NotAllowed);
  const afterwards = new Date(later.getTime() + 10 * 60_000);
  expect(await claimItem(db, other, item, afterwards)).toBe(true);
  await expect(decide(moderator, item, 'keep', db, afterwards)).rejects.toThrow(StalePage);
  await decide(other, item, 'keep', db, afterwards);
});

test('of many moderators who open and decide at once, one has it and one decision stands', async () => {
  const moderators = await Promise.all(
    Array.from({ length: 8 }, (_, n) => member(db, `at-once-${n}`, 'moderator')),
  );
  const second = createDatabase(url);
  try {
    for (let round = 0; round < 5; round++) {
      const { id } = await newAnswer();
      await flag(asker, id);
      const item = (await itemOf(id))!.id;
      const claims = await Promise.all(
        moderators.map((one, n) => claimItem(n % 2 ? db : second, one, item, later)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      await db
        .updateTable('review_items')
        .set({ claimed_until: noon })
        .where('id', '=', item)
        .execute();
      const outcomes = await Promise.allSettled(
        moderators.map((one, n) =>
          decide(one, item, n % 3 ? 'keep' : 'remove', n % 2 ? db : second),
        ),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StalePage);
      }
      const { rows } = {
        rows: await db
          .selectFrom('moderation_events')
          .select('id')
          .where('subject_id', '=', id)
          .where('kind', 'in', ['keep', 'refuse'])
          .execute(),
      };
      expect(rows).toHaveLength(1);
      expect(await differences(db)).toEqual([]);
    }
  } finally {
    await second.destroy();
  }
});

test('moderators mend what waits for them, and keep nobody from their own text', async () => {
  const { id } = await newAnswer(moderator);
  await flag(asker, id);
  const own = (await itemOf(id))!.id;
  expect(await claimItem(db, moderator, own, later)).toBe(false);
  expect(await claimItem(db, other, own, later)).toBe(true);

  const secret = await newAnswer();
  await flag(staff, secret.id);
  const typed = { title: '', tags: '', body: `${typedAnswer} Without it.`, reason: 'A key' };
  const edit = (by: Actor) =>
    editWriting(db, by, { noun: 'answer', id: secret.id }, typed, 'en', later);
  await expect(edit(secret.author)).rejects.toThrow(NotAllowed);
  await expect(edit(staff)).rejects.toThrow(NotAllowed);
  await edit(moderator);
  expect(await isShownTo(undefined, secret.id)).toBe(false);
});

/** What an author is told of decisions, in its order. */
async function toldTo({ id }: Actor): Promise<string[]> {
  const { rows } = await sql<{ deed: string }>`
    SELECT key::json ->> 'deed' AS deed FROM graphile_worker.jobs
    WHERE task_identifier = ${MODERATION_NOTICE_TASK}
      AND (key::json ->> 'memberId')::int = ${id} ORDER BY id`.execute(db);
  return rows.map(({ deed }) => deed);
}

test.each(['hide', 'remove'] as const)(
  'the author of a text that a decision to %s took away hears when readers see it again',
  async (decision) => {
    const { author, id } = await newAnswer();
    const gone = decision === 'hide' ? 'hidden' : 'deleted';
    await flag(await knownMember(`one-who-flags-to-${decision}`), id);
    await decide(moderator, (await itemOf(id))!.id, decision);
    const { id: event } = await lastEvent();
    expect(await toldTo(author)).toEqual([gone]);
    await undoEvent(db, other, event, later);
    expect(await isShownTo(undefined, id)).toBe(true);
    expect(await toldTo(author)).toEqual([gone, 'restored']);
  },
);

test('what goes back into the queue unseen is not said to be back', async () => {
  const { author, id } = await newAnswer();
  for (const name of ['x', 'y', 'z']) await flag(await knownMember(`flags-${name}`), id);
  await decide(moderator, (await itemOf(id))!.id, 'remove');
  await undoEvent(db, other, (await lastEvent()).id, later);
  expect(await isShownTo(undefined, id)).toBe(false);
  expect(await toldTo(author)).toEqual(['deleted']);
});
