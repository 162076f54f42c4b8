import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { announceDecision } from '#src/features/community/announce-decision.ts';
import { followQuestion } from '#src/features/community/follow-question.ts';
import { followShelf } from '#src/features/community/follow-shelf.ts';
import { DEFAULT_CHOICES, type MailChoices } from '#src/features/notifications/mail-choice.ts';
import { mailSettings } from '#src/features/notifications/mail-settings.ts';
import { mailNotifications } from '#src/features/notifications/mail-notifications.ts';
import { markNotificationsRead } from '#src/features/notifications/mark-notifications-read.ts';
import { saveMailSettings } from '#src/features/notifications/save-mail-settings.ts';
import { stopMails } from '#src/features/notifications/stop-mails.ts';
import { readStopScope, writeStopScope } from '#src/features/notifications/stop-scope.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { crowd, member } from '#tests/integration/community/members.ts';
import { circle, days, keyed, minutes, now, sender } from './circle.ts';

const { db } = await testDatabase();
const { ask, answer, comment, tell, mail, mails, mailsTo } = circle(db);

let counter = 0;
const someone = (name: string) => member(db, `${name}-${(counter += 1)}`);
const choose = (who: Actor, choices: Partial<MailChoices>, at = now) =>
  saveMailSettings(db, who, { choices: { ...DEFAULT_CHOICES, ...choices }, followsOwn: true }, at);
/** The path that a label of a mail leads to. */
const linkOf = (text: string, label: string) =>
  text.split(`${label}:\n`)[1]?.split('\n')[0]?.replace('https://help.example.com', '');

/** A Thursday and a Monday, each at seven. */
const nextMorning = new Date('2026-11-26T07:00:00Z');
const monday = new Date('2026-11-30T07:00:00Z');

describe('what comes at once', () => {
  it('waits a few minutes, and says what happened, why it comes and how to stop it', async () => {
    const [asker, helper] = [await someone('asker'), await someone('helper')];
    const id = await ask(asker);
    const answerId = await answer(
      helper,
      id,
      'Look into the **history**,\n\n- or\n- elsewhere & on',
    );
    await tell();
    await mail(minutes(4));
    expect(await mailsTo(asker)).toEqual([]);
    await mail(minutes(6));
    await mail(minutes(7));
    const [one, ...more] = await mailsTo(asker);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      kind: 'answer',
      subject: 'How do I find an article again? · Helpmark',
      thread: `question-${id}`,
    });
    const text = one!.text_body;
    const place = `/community/questions/${id}/how-do-i-find-an-article-again?answer=${answerId}#answer-${answerId}`;
    expect(text).toContain(`${helper.name} answered “How do I find an article again?”.`);
    expect(text).toContain('> Look into the history,\n> or\n> elsewhere & on');
    expect(text).toContain('it is about what you wrote');
    expect(linkOf(text, 'Read it in its place')).toBe(place);
    expect(linkOf(text, 'All settings for mail')).toBe('/account/mail');
    expect(one!.html_body).toContain('elsewhere &amp; on</blockquote>');
    expect(one!.html_body).toContain(`href="https://help.example.com${place}"`);
    const signed = new URL(one!.unsubscribe_url!).searchParams.get('of')!;
    expect(readStopScope(keyed, signed)).toEqual({ memberId: asker.id, what: 'own' });
    expect(linkOf(text, 'Stop mails like this one')).toBe(`/account/unsubscribe?of=${signed}`);
    const ofQuestion = linkOf(text, 'Stop following this question')!.split('of=')[1]!;
    expect(readStopScope(keyed, ofQuestion)).toEqual({
      memberId: asker.id,
      what: 'question',
      questionId: id,
    });
  });

  it('is one mail for several answers, and another for another reason', async () => {
    const [asker, helper] = [await someone('asker'), await someone('helper')];
    const id = await ask(asker);
    await answer(helper, id, 'The first answer');
    await answer(helper, id, 'The second answer');
    await answer(helper, id, `The third for @${asker.handle}`);
    await tell();
    await mail(minutes(6));
    const sent = await mailsTo(asker);
    expect(sent.map(({ kind }) => kind)).toEqual(['answer', 'mention']);
    expect(sent[0]!.text_body).toContain('The first answer');
    expect(sent[0]!.text_body).toContain('The second answer');
    expect(sent[0]!.text_body).not.toContain('The third');
  });

  it('is left out when it was read, deleted or hidden meanwhile', async () => {
    const [reader, asker, helper] = await crowd(db, `q${(counter += 1)}`, 3);
    const read = await ask(reader!);
    await answer(helper!, read, 'An answer that is read');
    const id = await ask(asker!);
    const hidden = await answer(helper!, id, 'An answer that is hidden');
    await tell();
    await markNotificationsRead(db, reader, read, minutes(1));
    await db.updateTable('answers').set({ hidden_at: now }).where('id', '=', hidden).execute();
    await mail(minutes(6));
    await db.updateTable('answers').set({ hidden_at: null }).where('id', '=', hidden).execute();
    await mail(minutes(20));
    expect([...(await mailsTo(reader!)), ...(await mailsTo(asker!))]).toEqual([]);
  });

  it('is in the language of who gets it, and quotes the other’s', async () => {
    const [asker, helper] = [await someone('asker'), await someone('helper')];
    await db.updateTable('members').set({ locale: 'ar' }).where('id', '=', asker.id).execute();
    const id = await ask(asker);
    const answerId = await answer(helper, id, 'Look into the history');
    await acceptAnswer(db, asker, answerId, now);
    await db.updateTable('members').set({ locale: 'de' }).where('id', '=', helper.id).execute();
    await tell();
    await mail(minutes(6));
    const [arabic] = await mailsTo(asker);
    expect(arabic!.html_body).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/);
    expect(arabic!.html_body).toContain('<blockquote lang="en" dir="ltr">');
    // The title runs the other way, and stays apart.
    expect(arabic!.text_body).toContain('«\u2068How do I find an article again?\u2069»');
    expect(arabic!.text_body).toContain(`https://help.example.com/ar/community/questions/${id}/`);
    const [german] = await mailsTo(helper);
    expect(german).toMatchObject({ kind: 'acceptance' });
    expect(german!.text_body).toContain(`${asker.name} hat Ihre Antwort auf`);
    expect(german!.text_body).toContain('Danke');
  });

  it('puts nothing into the headers that somebody typed', async () => {
    const [asker, helper] = [await someone('asker'), await someone('helper')];
    const id = await ask(asker);
    const typed = 'Harmless title\r\nBcc: everybody@example.com\u2028X: y';
    await db.updateTable('questions').set({ title: typed }).where('id', '=', id).execute();
    await db
      .updateTable('members')
      .set({ name: 'Eve\r\nBcc: a@b.c' })
      .where('id', '=', helper.id)
      .execute();
    await answer(helper, id, 'Look into the history');
    await tell();
    await mail(minutes(6));
    const [one] = await mailsTo(asker);
    expect(one!.subject).toBe('Harmless title Bcc: everybody@example.com X: y · Helpmark');
  });

  it('does not stop for others when one cannot be told', async () => {
    const [asker, other, helper] = await crowd(db, `e${(counter += 1)}`, 3);
    for (const who of [asker!, other!]) {
      const id = await ask(who);
      await answer(helper!, id, 'Look into the history');
    }
    await tell();
    const address = 'broken address@example.com';
    await db.updateTable('members').set({ email: address }).where('id', '=', asker!.id).execute();
    await expect(mail(minutes(6))).rejects.toThrow('some members could not be told by mail');
    expect(await mailsTo(other!)).toHaveLength(1);
    await db.updateTable('members').set({ email: null }).where('id', '=', asker!.id).execute();
    await mail(minutes(7));
    await db
      .updateTable('members')
      .set({ email: `${asker!.handle}@example.com` })
      .where('id', '=', asker!.id)
      .execute();
    await mail(minutes(8));
    expect(await mailsTo(asker!)).toEqual([]);
  });
});

describe('what is gathered', () => {
  it('comes once, on Monday morning, and not at all when there is nothing', async () => {
    const [asker, helper, keen] = await crowd(db, `d${(counter += 1)}`, 3);
    await followShelf(db, keen!, { kind: 'tag', name: 'search' }, true, now);
    const id = await ask(asker!);
    await followQuestion(db, keen!, id, now);
    await answer(helper!, id, 'Look into the history');
    await tell();
    await mail(minutes(6));
    await mail(nextMorning);
    expect(await mailsTo(keen!)).toEqual([]);
    await mail(monday);
    await mail(days(7, monday));
    const [one, ...more] = await mailsTo(keen!);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      kind: 'digest',
      subject: '2 pieces of news · Helpmark',
      thread: null,
    });
    expect(one!.text_body).toContain(`${asker!.name} asked`);
    expect(one!.text_body).toContain(`${helper!.name} answered`);
    const signed = new URL(one!.unsubscribe_url!).searchParams.get('of')!;
    expect(readStopScope(keyed, signed)).toEqual({ memberId: keen!.id, what: 'digest' });
  });

  it('comes each morning for who wishes so, without what was read', async () => {
    const [asker, helper] = [await someone('asker'), await someone('helper')];
    await choose(asker, { own: 'daily' });
    const id = await ask(asker);
    const answerId = await answer(helper, id, 'Look into the history');
    await comment(helper, id, 'A comment', answerId);
    await tell();
    const notes = await db
      .selectFrom('notifications')
      .select(['id', 'kind'])
      .where('member_id', '=', asker.id)
      .execute();
    await db
      .updateTable('notifications')
      .set({ read_at: now })
      .where('id', '=', notes.find(({ kind }) => kind === 'comment')!.id)
      .execute();
    await mail(minutes(6));
    expect(await mailsTo(asker)).toEqual([]);
    await mail(nextMorning);
    const [one] = await mailsTo(asker);
    expect(one).toMatchObject({ subject: '1 piece of news · Helpmark' });
  });

  it('tells of fifty, and how many more there are', async () => {
    const asker = await someone('asker');
    const helper = await someone('helper');
    await choose(asker, { own: 'weekly' });
    const id = await ask(asker);
    const answerId = await answer(helper, id, 'Look into the history');
    const rows = Array.from({ length: 60 }, (_, at) => ({
      member_id: asker.id,
      event: `made-${at}`,
      kind: 'answer',
      reason: 'own',
      question_id: id,
      answer_id: answerId,
      by_id: helper.id,
      created_at: now,
      mail_at: monday,
    }));
    await db.insertInto('notifications').values(rows).execute();
    await mail(monday);
    const [one] = await mailsTo(asker);
    expect(one!.text_body.match(/answered “/g)).toHaveLength(50);
    expect(linkOf(one!.text_body, 'And 10 more')).toBe('/account/notifications');
  });

  it('does not come to who has not been here for half a year', async () => {
    const [gone, back, helper, asker] = await crowd(db, `g${(counter += 1)}`, 4);
    for (const [who, seen] of [
      [gone!, days(-181, monday)],
      [back!, days(-179, monday)],
    ] as const) {
      await db.updateTable('members').set({ seen_at: seen }).where('id', '=', who.id).execute();
    }
    const id = await ask(asker!);
    for (const who of [gone!, back!]) await followQuestion(db, who, id, now);
    await answer(helper!, id, 'Look into the history');
    await tell();
    await mail(monday);
    expect([await mailsTo(gone!), await mailsTo(back!)].map(({ length }) => length)).toEqual([
      0, 1,
    ]);
  });
});

describe('choices', () => {
  it('hold also for what waits to be mailed', async () => {
    const [asker, helper] = [await someone('asker'), await someone('helper')];
    const id = await ask(asker);
    await answer(helper, id, 'Look into the history');
    await tell();
    await choose(asker, { own: 'weekly' });
    await mail(minutes(6));
    expect(await mailsTo(asker)).toEqual([]);
    await choose(asker, { own: 'now' });
    await mail(minutes(6));
    expect(await mailsTo(asker)).toHaveLength(1);
    await answer(helper, id, 'Look into the bookmarks');
    await tell();
    await choose(asker, { own: 'never' });
    await choose(asker, { own: 'now' });
    await mail(days(8));
    expect(await mailsTo(asker)).toHaveLength(1);
  });

  it('are not needed for decisions of moderators, which come at once and are kept apart', async () => {
    const [asker, moderator] = [await someone('asker'), await someone('moderator')];
    const id = await ask(asker);
    const decision = {
      key: `event-${id}`,
      memberId: asker.id,
      byId: moderator.id,
      questionId: null,
      deed: 'warned',
      note: 'Please be kind.',
    } as const;
    await db.transaction().execute((trx) => announceDecision(trx, decision));
    await tell();
    await mail(minutes(6));
    const [one] = await mailsTo(asker);
    expect(one).toMatchObject({
      kind: 'decision',
      subject: 'A decision of the moderators · Helpmark',
      thread: null,
    });
    expect(one!.text_body).toContain('Their note: Please be kind.');
    expect(linkOf(one!.text_body, 'Read it in its place')).toBe('/account/notifications');
  });
});

describe('links that stop mails', () => {
  it('stop what they are for, and nothing else', async () => {
    const asker = await someone('asker');
    const { id: memberId } = asker;
    const choices = async () => (await mailSettings(db, asker)).choices;
    await stopMails(db, { memberId, what: 'own' }, now);
    await stopMails(db, { memberId, what: 'own' }, now);
    expect(await choices()).toEqual({ ...DEFAULT_CHOICES, own: 'never' });
    await stopMails(db, { memberId, what: 'digest' }, now);
    expect(await choices()).toEqual({
      ...DEFAULT_CHOICES,
      own: 'never',
      followed: 'never',
      shelf: 'never',
    });
    const id = await ask(asker);
    await stopMails(db, { memberId, what: 'question', questionId: id }, now);
    const follows = db.selectFrom('question_follows').where('member_id', '=', memberId);
    expect(await follows.selectAll().execute()).toEqual([]);
  });

  it('are worth something only as we signed them', () => {
    const signed = writeStopScope(keyed, { memberId: 7, what: 'question', questionId: 12 });
    expect(readStopScope(keyed, signed)).toEqual({ memberId: 7, what: 'question', questionId: 12 });
    const [, signature] = signed.split('.');
    const forged = `${Buffer.from('8/question/12').toString('base64url')}.${signature}`;
    for (const other of [forged, '', 'x', signed.slice(0, -1), `${signed}a`]) {
      expect(readStopScope(keyed, other), other).toBeUndefined();
    }
    const elsewhere = { ...keyed, SECRET_KEY: '1'.repeat(31) + 'y' };
    expect(readStopScope(elsewhere, signed)).toBeUndefined();
  });
});

it('two processes at once queue each mail once', async () => {
  const askers = await crowd(db, `t${(counter += 1)}`, 20);
  for (const [at, asker] of askers.entries()) {
    await answer(askers.at(at - 1)!, await ask(asker), 'Look into the history');
  }
  await tell();
  const waiting = (
    await sql<{ member_id: number }>`
      SELECT DISTINCT member_id FROM notifications WHERE mail_at IS NOT NULL
        AND mail_at <= ${minutes(6)}`.execute(db)
  ).rows.length;
  expect(waiting).toBeGreaterThanOrEqual(20);
  const before = (await mails()).length;
  await Promise.all([1, 2, 3].map(() => mailNotifications(db, async () => sender, minutes(6))));
  expect((await mails()).length).toBe(before + waiting);
});
