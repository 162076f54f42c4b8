import { describe, expect, it } from 'vitest';
import { followQuestion } from '#src/features/community/follow-question.ts';
import { markDuplicate } from '#src/features/moderation/mark-duplicate.ts';
import { mergeQuestion } from '#src/features/moderation/merge-question.ts';
import { undoEvent } from '#src/features/moderation/undo-event.ts';
import { DEFAULT_CHOICES } from '#src/features/notifications/mail-choice.ts';
import { markNotificationsRead } from '#src/features/notifications/mark-notifications-read.ts';
import { openNotification } from '#src/features/notifications/open-notification.ts';
import {
  readNotifications,
  unreadNotifications,
} from '#src/features/notifications/read-notifications.ts';
import { saveMailSettings } from '#src/features/notifications/save-mail-settings.ts';
import { crowd, member } from '#tests/integration/community/members.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { circle, days, minutes, now } from './circle.ts';

const { db } = await testDatabase();
const { ask, answer, tell, heard, mail, mailsTo } = circle(db);
const monday = new Date('2026-11-30T07:00:00Z');
const moderator = await member(db, 'tidy', 'moderator');

let counter = 0;

/** Two questions with their askers, and somebody who follows the first. */
async function two() {
  const [asker, first, fan] = await crowd(db, `d${(counter += 1)}`, 3);
  const canonical = await ask(first!, { title: `The question ${counter} of before` });
  const id = await ask(asker!, { title: `The question ${counter} again` });
  await followQuestion(db, fan!, id, now);
  await tell();
  const sentence = `“The question ${counter} again” was asked before. It goes on at “The question ${counter} of before”.`;
  return { asker: asker!, first: first!, fan: fan!, id, canonical, sentence, number: counter };
}

const repeat = (deed: typeof markDuplicate, questionId: number, canonicalId: number) =>
  deed(db, moderator, { questionId, canonicalId }, 'The same', 'en', now);
const undo = async (eventId: number | undefined) => undoEvent(db, moderator, eventId ?? 0, now);

describe.each([
  ['marked as a duplicate', markDuplicate],
  ['merged into another', mergeQuestion],
])('when a question is %s', (_, deed) => {
  it('those who follow it are told where it goes on, and nobody twice', async () => {
    const { asker, first, fan, id, canonical, sentence, number } = await two();
    await followQuestion(db, moderator, id, now);
    await repeat(deed, id, canonical);
    await tell();
    expect(await heard(fan)).toEqual([sentence]);
    expect(await heard(moderator)).toEqual([]);
    expect(await heard(first)).toEqual([]);
    // Its asker hears of the decision alone, with the reason.
    expect(await heard(asker)).toEqual([
      `A moderator found “The question ${number} again” asked before; it now leads to the other question.`,
    ]);
    const [told] = (await readNotifications(db, fan, {})).rows;
    expect(told).toMatchObject({ reason: 'followed', by: null, question: { id: canonical } });
    expect(await openNotification(db, fan, told!.id, now)).toBe(
      `/community/questions/${canonical}/the-question-${number}-of-before`,
    );
    expect(await unreadNotifications(db, fan)).toBe(0);
  });

  it('they hear nothing of it once it is undone, and nothing new when it is done again', async () => {
    const { fan, id, canonical, sentence } = await two();
    const { eventId } = await repeat(deed, id, canonical);
    await tell();
    await undo(eventId);
    await tell();
    expect(await heard(fan)).toEqual([]);
    await mail(monday);
    await repeat(deed, id, canonical);
    await tell(days(1));
    expect(await heard(fan)).toEqual([sentence]);
    await mail(days(30));
    expect(await mailsTo(fan)).toEqual([]);
  });

  it('they hear nothing when it was undone before they could', async () => {
    const { fan, id, canonical } = await two();
    const { eventId } = await repeat(deed, id, canonical);
    await undo(eventId);
    await tell();
    const told = db.selectFrom('notifications').where('member_id', '=', fan.id);
    expect(await told.selectAll().execute()).toEqual([]);
  });
});

it('mail tells it on Monday unless they want it at once, and leads to where it is', async () => {
  const { fan, id, canonical, sentence, number } = await two();
  const eager = await member(db, 'eager');
  const choices = { ...DEFAULT_CHOICES, followed: 'now' } as const;
  await saveMailSettings(db, eager, { choices, followsOwn: true }, now);
  await followQuestion(db, eager, id, now);
  await repeat(markDuplicate, id, canonical);
  await tell();
  await mail(minutes(6));
  expect(await mailsTo(fan)).toEqual([]);
  const place = `https://help.example.com/community/questions/${canonical}/the-question-${number}-of-before`;
  const [atOnce] = await mailsTo(eager);
  expect(atOnce).toMatchObject({ kind: 'duplicate', thread: `question-${canonical}` });
  await mail(monday);
  const [digest] = await mailsTo(fan);
  for (const { text_body: text } of [atOnce!, digest!]) {
    expect(text).toContain(sentence);
    expect(text).toContain(`Read it in its place:\n${place}\n`);
  }
});

it('is read with the question that it leads to, and shown no more when either is hidden', async () => {
  const { fan, id, canonical } = await two();
  await repeat(markDuplicate, id, canonical);
  await tell();
  for (const hidden of [id, canonical]) {
    const hide = (hidden_at: Date | null) =>
      db.updateTable('questions').set({ hidden_at }).where('id', '=', hidden).execute();
    await hide(now);
    expect(await heard(fan)).toEqual([]);
    await hide(null);
    expect(await heard(fan)).toHaveLength(1);
  }
  await markNotificationsRead(db, fan, canonical, now);
  expect(await unreadNotifications(db, fan)).toBe(0);
});

it('those who were brought along hear of answers where it is now', async () => {
  const { fan, first, id, canonical, number } = await two();
  await repeat(mergeQuestion, id, canonical);
  await answer(first, canonical, 'Here it is answered');
  await tell();
  expect((await heard(fan))[0]).toBe(`${first.name} answered “The question ${number} of before”.`);
});
