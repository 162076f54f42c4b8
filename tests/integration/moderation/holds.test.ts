import { expect, test } from 'vitest';
import type { Actor } from '#src/features/accounts/actor.ts';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { mayRead } from '#src/features/community/question.ts';
import { readQuestionPage } from '#src/features/community/read-question-page.ts';
import { readTextChanges } from '#src/features/community/read-text-changes.ts';
import { decideItem } from '#src/features/moderation/decide-item.ts';
import { editWriting } from '#src/features/moderation/edit-writing.ts';
import { readReviewItem } from '#src/features/moderation/read-review-item.ts';
import { undoEvent } from '#src/features/moderation/undo-event.ts';
import { InvalidInput, NotAllowed, StalePage, TooMany } from '#src/server/errors.ts';
import { member, typedAnswer } from '#tests/integration/community/members.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { differences } from './counters.ts';
import { announced, DAY, openItems, posting } from './newcomers.ts';

const { db } = await testDatabase();
const noon = new Date('2026-11-20T12:00:00Z');
const later = new Date(noon.getTime() + 3_600_000);
const { ask, answer, comment, admit } = posting(db, noon);
const link = 'You find it at https://spam.example/deal, really.';
const body = 'I read it yesterday and cannot find it any more.';

const moderator = await member(db, 'moderator', 'moderator');
const other = await member(db, 'other-moderator', 'moderator');
const staff = await member(db, 'writer', 'author');
const asker = await member(db, 'asker');
const question = await ask(staff, body);

const page = (reader: Actor | undefined, id = question) => readQuestionPage(db, id, reader, {});
const shownAnswers = async (reader: Actor | undefined) =>
  (await page(reader))?.answers.rows.map(({ id }) => id);
const itemOf = async (noun: string, id: number) =>
  (await openItems(db)).find((item) => item.noun === noun && item.writing_id === id);
const lastEvent = async () =>
  (
    await db
      .selectFrom('moderation_events')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  ).id;

test('an answer of a new member with a link waits, seen by its writer and moderators alone', async () => {
  const before = await announced(db);
  const newcomer = await member(db, 'linker');
  const id = await answer(newcomer, question, link);
  expect(await shownAnswers(undefined)).not.toContain(id);
  expect(await shownAnswers(asker)).not.toContain(id);
  expect(await shownAnswers(newcomer)).toContain(id);
  expect(await shownAnswers(moderator)).toContain(id);
  expect(await announced(db)).toEqual(before);
  expect(await differences(db)).toEqual([]);
  const item = await itemOf('answer', id);
  expect(item).toMatchObject({ kind: 'held', reasons: ['links'], is_unread: true });

  await decideItem(db, moderator, item!.id, { decision: 'keep', reason: '' }, 'en', later);
  expect(await shownAnswers(undefined)).toContain(id);
  expect(await announced(db)).toEqual([...before, 'answer-given']);
  expect(await differences(db)).toEqual([]);
  // Approved once, the member's next links are nobody's business.
  expect(await admit(newcomer, link, false, new Date(noon.getTime() + DAY))).toMatchObject({
    isHeld: false,
  });

  await undoEvent(db, other, await lastEvent(), later);
  expect(await shownAnswers(undefined)).not.toContain(id);
  expect((await itemOf('answer', id))?.id).toBe(item!.id);
  expect(await admit(newcomer, link)).toMatchObject({ isHeld: true });
  expect(await differences(db)).toEqual([]);
});

test('a held question is nowhere, and is announced when it is kept', async () => {
  const newcomer = await member(db, 'held-asker');
  const before = await announced(db);
  const id = await ask(newcomer, `${body} They said casino.`);
  const found = await page(undefined, id);
  expect(
    [undefined, asker, newcomer, moderator].map((reader) => mayRead(reader, found!.question)),
  ).toEqual([false, false, true, true]);
  expect(await announced(db)).toEqual(before);
  await expect(answer(staff, id, typedAnswer)).rejects.toThrow(NotAllowed);
  const item = await itemOf('question', id);
  expect(item?.reasons).toEqual(['word:Betting']);
  await decideItem(db, moderator, item!.id, { decision: 'keep', reason: '' }, 'en', later);
  expect(mayRead(undefined, (await page(undefined, id))!.question)).toBe(true);
  expect(await announced(db)).toEqual([...before, 'question-asked']);
});

test('refusing deletes with a reason that the author is told, and can be undone', async () => {
  const newcomer = await member(db, 'refused');
  const id = await comment(newcomer, question, link);
  const item = await itemOf('comment', id);
  const refuse = (reason: string) =>
    decideItem(db, moderator, item!.id, { decision: 'remove', reason }, 'en', later);
  await expect(refuse('  ')).rejects.toThrow(InvalidInput);
  await refuse('Advertising');
  expect(
    await db.selectFrom('review_items').selectAll().where('id', '=', item!.id).executeTakeFirst(),
  ).toMatchObject({ outcome: 'removed', reason: 'Advertising', decided_by_id: moderator.id });
  const state = () =>
    db
      .selectFrom('comments')
      .select(['deleted_by_id', 'hidden_for'])
      .where('id', '=', id)
      .executeTakeFirst();
  expect(await state()).toEqual({ deleted_by_id: moderator.id, hidden_for: 'held' });
  await undoEvent(db, other, await lastEvent(), later);
  expect(await state()).toEqual({ deleted_by_id: null, hidden_for: 'held' });
  expect(await itemOf('comment', id)).toBeDefined();
});

test('first posts without links are shown and queued once, and staff are never held', async () => {
  const newcomer = await member(db, 'first-poster');
  const first = await answer(newcomer, question, typedAnswer);
  const second = await answer(newcomer, question, `${typedAnswer} And one more thing.`);
  expect(await shownAnswers(undefined)).toEqual(expect.arrayContaining([first, second]));
  const items = (await openItems(db)).filter(({ author_id }) => author_id === newcomer.id);
  expect(items.map(({ kind, writing_id }) => [kind, writing_id])).toEqual([['first-post', first]]);
  expect(await admit(staff, `${link} casino`)).toMatchObject({ isHeld: false, firstDayLeft: 0 });
});

test('an edit that adds a link is held, counts less, and is no news when it is kept', async () => {
  const newcomer = await member(db, 'editor');
  const id = await answer(newcomer, question, 'Have a look at the second article of the list.');
  const before = await announced(db);
  const typed = { title: '', tags: '', reason: '', body: `Rather here. ${link}` };
  const which = { noun: 'answer', id } as const;
  await editWriting(
    db,
    newcomer,
    which,
    typed,
    'en',
    later,
    await admit(newcomer, typed.body, true),
  );
  expect(await shownAnswers(undefined)).not.toContain(id);
  expect(await differences(db)).toEqual([]);
  const item = await itemOf('answer', id);
  expect(item).toMatchObject({ kind: 'held', is_unread: false });
  await decideItem(db, moderator, item!.id, { decision: 'keep', reason: '' }, 'en', later);
  expect(await shownAnswers(undefined)).toContain(id);
  expect(await announced(db)).toEqual(before);
});

/** The author, or another, puts a text in place of an answer's. */
const edit = async (by: Actor, id: number, text: string, at = later) => {
  const typed = { title: '', tags: '', reason: 'Better', body: text };
  const admission = await admit(by, text, true, at);
  await editWriting(db, by, { noun: 'answer', id }, typed, 'en', at, admission);
};

test('what is held can be edited by its author, stays held, and is judged anew', async () => {
  const before = await announced(db);
  const newcomer = await member(db, 'mender');
  const id = await answer(newcomer, question, `${link} Ask there.`);
  const item = (await itemOf('answer', id))!;
  for (const by of [asker, staff]) {
    await expect(edit(by, id, typedAnswer)).rejects.toThrow(NotAllowed);
  }
  await edit(newcomer, id, 'You find it in the casino around the corner, really.');
  expect(await shownAnswers(undefined)).not.toContain(id);
  expect(await shownAnswers(newcomer)).toContain(id);
  expect(await itemOf('answer', id)).toMatchObject({
    id: item.id,
    kind: 'held',
    reasons: ['word:Betting'],
    is_unread: true,
  });

  await edit(newcomer, id, 'You find it in the second list, really.', new Date(+later + 1));
  expect(await shownAnswers(undefined)).not.toContain(id);
  expect((await readReviewItem(db, moderator, item.id, later))?.text.html).toContain('second list');
  const held = db.selectFrom('moderation_events').where('subject_id', '=', id);
  const kinds = await held.where('noun', '=', 'answer').select('kind').execute();
  expect(kinds).toEqual([{ kind: 'hold' }]);

  await decideItem(db, moderator, item.id, { decision: 'keep', reason: '' }, 'en', later);
  expect(await shownAnswers(undefined)).toContain(id);
  expect(await announced(db)).toEqual([...before, 'answer-given']);
  expect(await differences(db)).toEqual([]);
});

test('a moderator decides on the text as they read it', async () => {
  const newcomer = await member(db, 'swapper');
  const id = await answer(newcomer, question, `${link} A harmless one.`);
  const { id: item } = (await itemOf('answer', id))!;
  const seen = (await readReviewItem(db, moderator, item, later))!.text.editedAt;
  await edit(newcomer, id, `${link} Not at all harmless.`);
  const keep = (at: Date | null) =>
    decideItem(db, moderator, item, { decision: 'keep', reason: '', seen: at }, 'en', later);
  await expect(keep(seen)).rejects.toThrow(InvalidInput);
  expect(await shownAnswers(undefined)).not.toContain(id);
  await keep((await readReviewItem(db, moderator, item, later))!.text.editedAt);
  expect(await shownAnswers(undefined)).toContain(id);
});

test('what stood there while it was held is not in the history that others read', async () => {
  const newcomer = await member(db, 'historian');
  const first = 'Have a look at the third article of the list.';
  const id = await answer(newcomer, question, first);
  await edit(newcomer, id, `Rather here. ${link}`);
  await edit(newcomer, id, 'Rather in the fourth article of the list.');
  await edit(moderator, id, 'Rather in the fifth article of the list.');
  const { id: item } = (await itemOf('answer', id))!;
  await decideItem(db, moderator, item, { decision: 'keep', reason: '' }, 'en', later);
  const { body: text } = await db
    .selectFrom('answers')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const present = { title: '', tags: [], body: text };
  const changes = (isWhole: boolean) => readTextChanges(db, 'answer', id, present, isWhole);
  const [known, ...more] = await changes(false);
  expect(more).toEqual([]);
  expect(JSON.stringify(known)).not.toContain('spam.example');
  const before = known!.body.filter(({ change }) => change !== 'added');
  expect(before.map((piece) => piece.text).join('')).toBe(first);
  // Whoever wrote what readers see now is named for it.
  expect(known).toMatchObject({ editor: moderator.name, reason: 'Better' });
  expect(await changes(true)).toHaveLength(3);
});

test('an accepted answer that is held, and edited meanwhile, is accepted again when it is kept', async () => {
  const newcomer = await member(db, 'accepted');
  const own = await ask(asker, `${body} Once more.`);
  const id = await answer(newcomer, own, 'It stands in the fifth article of the list.');
  await acceptAnswer(db, asker, id, noon);
  await edit(newcomer, id, `Rather here. ${link}`);
  await edit(newcomer, id, `Rather there. ${link}`);
  const { id: item } = (await itemOf('answer', id))!;
  await decideItem(db, moderator, item, { decision: 'keep', reason: '' }, 'en', later);
  expect((await page(undefined, own))?.question.acceptedAnswerId).toBe(id);
});

test('whoever edits again and again spreads a host no more than whoever posts once', async () => {
  const host = 'It is all written at https://edited.example/x, number';
  const newcomer = await member(db, 'tireless');
  const id = await answer(newcomer, question, `${host} 0.`);
  for (let n = 1; n < 6; n++) await edit(newcomer, id, `${host} ${n}.`);
  const known = await member(db, 'bystander');
  await db.updateTable('members').set({ approved_at: noon }).where('id', '=', known.id).execute();
  expect(await admit(known, host)).toMatchObject({ isHeld: false });
});

test('the same text again is stopped, of others held, and so is a host that spreads', async () => {
  const text =
    'Our shop has wonderful watches and bags, all cheaper than anywhere else, come and see all of them today!';
  const one = await member(db, 'copier-0');
  await answer(one, question, text);
  await expect(answer(one, question, `  ${text.toUpperCase()}`)).rejects.toThrow(/invalid: body/);
  expect(await admit(await member(db, 'copier-1'), text)).toMatchObject({ isHeld: true });
  expect(await admit(await member(db, 'copier-2'), text.slice(0, 60))).toMatchObject({
    isHeld: false,
  });

  const known = await member(db, 'known');
  await db.updateTable('members').set({ approved_at: noon }).where('id', '=', known.id).execute();
  const spread = 'It is all written at https://spread.example/x, number';
  for (let n = 0; n < 4; n++) {
    expect(await admit(known, spread)).toMatchObject({ isHeld: false });
    await answer(await member(db, `spreader-${n}`), question, `${spread} ${n}.`);
  }
  expect(await admit(known, spread)).toMatchObject({ isHeld: true });
  const week = new Date(noon.getTime() + 8 * DAY);
  expect(await admit(known, spread, false, week)).toMatchObject({ isHeld: false });
});

test('the first day has narrower limits, which end with it', async () => {
  const joined = new Date();
  const newcomer = await member(db, 'eager');
  await db
    .updateTable('members')
    .set({ created_at: joined } as never)
    .where('id', '=', newcomer.id)
    .execute();
  // The minute's limit is not what is tried here.
  const forget = () =>
    db.deleteFrom('rate_limits').where('key', 'like', 'answer-minute%').execute();
  for (let n = 0; n < 10; n++) {
    await forget();
    await answer(newcomer, question, `${typedAnswer} Number ${n}.`, joined);
  }
  await forget();
  const refused = await answer(newcomer, question, `${typedAnswer} Number 10.`, joined).catch(
    (error) => error,
  );
  expect(refused).toBeInstanceOf(TooMany);
  expect(refused.limit).toMatchObject({ name: 'answer-first-day', uses: 10 });
  expect(refused.seconds).toBeLessThanOrEqual(86_400);
  const nextDay = new Date(joined.getTime() + DAY + 1000);
  await forget();
  await answer(newcomer, question, `${typedAnswer} Number 11.`, nextDay);
});

test('nobody but moderators decides, nobody on their own text, and nobody twice', async () => {
  const newcomer = await member(db, 'judged');
  const id = await answer(newcomer, question, `${link} Judge me.`);
  const { id: item } = (await itemOf('answer', id))!;
  const keep = (by: Actor | undefined) =>
    decideItem(db, by, item, { decision: 'keep', reason: '' }, 'en', later);
  for (const by of [asker, newcomer, staff]) await expect(keep(by)).rejects.toThrow(NotAllowed);
  await expect(keep({ ...newcomer, role: 'moderator' })).rejects.toThrow(NotAllowed);
  await expect(keep({ ...moderator, silencedUntil: later })).rejects.toThrow(NotAllowed);
  await keep(moderator);
  await expect(keep(other)).rejects.toThrow(StalePage);
});
