import { describe, expect, it } from 'vitest';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { announceDecision } from '#src/features/community/announce-decision.ts';
import { deleteAnswer } from '#src/features/community/delete-answer.ts';
import { followQuestion } from '#src/features/community/follow-question.ts';
import { followShelf } from '#src/features/community/follow-shelf.ts';
import { listFollowed } from '#src/features/community/followed.ts';
import { unfollowQuestion } from '#src/features/community/unfollow-question.ts';
import { withdrawAcceptance } from '#src/features/community/withdraw-acceptance.ts';
import { cleanNotifications } from '#src/features/notifications/clean-notifications.ts';
import { markNotificationsRead } from '#src/features/notifications/mark-notifications-read.ts';
import { openNotification } from '#src/features/notifications/open-notification.ts';
import {
  readNotifications,
  unreadNotifications,
} from '#src/features/notifications/read-notifications.ts';
import { saveMailSettings } from '#src/features/notifications/save-mail-settings.ts';
import { DEFAULT_CHOICES } from '#src/features/notifications/mail-choice.ts';
import { tellFollowers } from '#src/features/notifications/tell-followers.ts';
import { NotAllowed, NotFound, NotSignedIn } from '#src/server/errors.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { crowd, member } from '#tests/integration/community/members.ts';
import { circle, days, now } from './circle.ts';

const { db } = await testDatabase();
const { ask, answer, comment, tell, heard } = circle(db);

let counter = 0;
const someone = (name: string) => member(db, `${name}-${(counter += 1)}`);
const title = 'How do I find an article again?';
const followed = async (who: Awaited<ReturnType<typeof someone>>) =>
  (await listFollowed(db, who, {})).questions.rows.map(({ id }) => id);

describe('following', () => {
  it('comes by itself with asking, answering and commenting', async () => {
    const [asker, helper, third] = [await someone('a'), await someone('b'), await someone('c')];
    const id = await ask(asker);
    await answer(helper, id, 'Look into the history');
    await comment(third, id, 'Me too');
    for (const who of [asker, helper, third]) expect(await followed(who)).toEqual([id]);
  });

  it('that was given up does not come back by writing, but by a wish', async () => {
    const [asker, helper] = [await someone('a'), await someone('b')];
    const id = await ask(asker);
    await answer(helper, id, 'One answer');
    await unfollowQuestion(db, helper.id, id);
    await answer(helper, id, 'Another answer');
    expect(await followed(helper)).toEqual([]);
    await followQuestion(db, helper, id, now);
    await followQuestion(db, helper, id, now);
    expect(await followed(helper)).toEqual([id]);
    await unfollowQuestion(db, asker.id, id);
    await unfollowQuestion(db, asker.id, id);
    expect(await followed(asker)).toEqual([]);
  });

  it('does not come by itself for who has switched that off', async () => {
    const [asker, helper] = [await someone('a'), await someone('b')];
    const id = await ask(asker);
    await saveMailSettings(db, helper, { choices: DEFAULT_CHOICES, followsOwn: false }, now);
    await answer(helper, id, 'One answer');
    expect(await followed(helper)).toEqual([]);
  });

  it('is for members who take part, and of questions that are shown', async () => {
    const asker = await someone('a');
    const id = await ask(asker);
    const suspended = { ...(await someone('s')), suspendedUntil: days(1) };
    const shelf = { kind: 'tag', name: 'search' } as const;
    await expect(followQuestion(db, undefined, id, now)).rejects.toThrow(NotSignedIn);
    await expect(followQuestion(db, suspended, id, now)).rejects.toThrow(NotAllowed);
    await expect(followShelf(db, suspended, shelf, true, now)).rejects.toThrow(NotAllowed);
    await expect(followShelf(db, undefined, shelf, false, now)).rejects.toThrow(NotSignedIn);
    await expect(followQuestion(db, asker, 999_999, now)).rejects.toThrow(NotFound);
    await db.updateTable('questions').set({ hidden_at: now }).where('id', '=', id).execute();
    await expect(followQuestion(db, await someone('x'), id, now)).rejects.toThrow(NotAllowed);
  });
});

describe('members hear', () => {
  it('of answers to a question that they follow, and never of their own', async () => {
    const [asker, helper] = [await someone('asker'), await someone('helper')];
    const id = await ask(asker);
    await answer(helper, id, 'Look into the history');
    await tell();
    expect(await heard(asker)).toEqual([`${helper.name} answered “${title}”.`]);
    expect(await heard(helper)).toEqual([]);
  });

  it('of comments on the question, and on an answer only whom they concern', async () => {
    const [asker, helper, other, third] = await crowd(db, `w${(counter += 1)}`, 4);
    const id = await ask(asker!);
    const answerId = await answer(helper!, id, 'Look into the history');
    await answer(other!, id, 'Or into the bookmarks');
    await tell();
    const before = (await heard(other!)).length;
    await comment(third!, id, 'On the answer', answerId);
    await tell();
    const said = `${third!.name} commented on “${title}”.`;
    expect((await heard(asker!))[0]).toBe(said);
    expect((await heard(helper!))[0]).toBe(said);
    expect(await heard(other!)).toHaveLength(before);
    await comment(third!, id, 'On the question');
    await tell();
    expect((await heard(other!))[0]).toBe(said);
  });

  it('that their answer is accepted, with thanks, as long as it is', async () => {
    const [asker, helper] = [await someone('asker'), await someone('helper')];
    const id = await ask(asker);
    const answerId = await answer(helper, id, 'Look into the history');
    await acceptAnswer(db, asker, answerId, now);
    await tell();
    const thanks = `${asker.name} accepted your answer to “${title}”. Thank you for helping!`;
    expect(await heard(helper)).toEqual([thanks]);
    await withdrawAcceptance(db, asker, answerId);
    expect(await heard(helper)).toEqual([]);
  });

  it('of new questions in a category or with a tag, once', async () => {
    const [asker, keen] = [await someone('asker'), await someone('keen')];
    await followShelf(db, keen, { kind: 'category', name: 'using' }, true, now);
    await followShelf(db, keen, { kind: 'tag', name: 'search' }, true, now);
    await ask(asker);
    await tell();
    expect(await heard(keen)).toEqual([`${asker.name} asked “${title}”.`]);
    await followShelf(db, keen, { kind: 'category', name: 'using' }, false, now);
    await ask(await someone('asker'), { tags: 'other' });
    await tell();
    expect(await heard(keen)).toHaveLength(1);
  });

  it('that they are mentioned, and then not also that they follow', async () => {
    const [asker, helper, friend] = await crowd(db, `m${(counter += 1)}`, 3);
    const id = await ask(asker!);
    await answer(helper!, id, `See what @${friend!.handle} and @${asker!.handle} wrote`);
    await tell();
    for (const who of [asker!, friend!]) {
      expect(await heard(who)).toEqual([`${helper!.name} mentioned you on “${title}”.`]);
    }
  });

  it('only the first two mentioned by who joined today, and ten otherwise', async () => {
    const friends = await crowd(db, `f${(counter += 1)}`, 12);
    const all = friends.map(({ handle }) => `@${handle}`).join(' ');
    const told = async () =>
      (await Promise.all(friends.map(heard))).filter((sentences) => sentences.length > 0).length;
    const fresh = await someone('fresh');
    const id = await ask(await someone('asker'));
    await answer(fresh, id, all);
    // They joined on the 20th.
    await tell(new Date('2026-11-20T20:00:00Z'));
    expect(await told()).toBe(2);
    await answer(fresh, id, all);
    await tell();
    expect(await told()).toBe(10);
  });

  it('of a decision about what they wrote, also when it is not shown any more', async () => {
    const [asker, moderator] = [
      await someone('asker'),
      await member(db, `mod-${counter}`, 'moderator'),
    ];
    const id = await ask(asker);
    await db.updateTable('questions').set({ hidden_at: now }).where('id', '=', id).execute();
    const decision = {
      key: `event-${id}`,
      memberId: asker.id,
      byId: moderator.id,
      questionId: id,
      deed: 'hidden',
      note: 'It names a customer.',
    } as const;
    await db.transaction().execute((trx) => announceDecision(trx, decision));
    await tell();
    await db.transaction().execute((trx) => announceDecision(trx, decision));
    await tell();
    expect(await heard(asker)).toEqual([`A moderator hid what you wrote on “${title}”.`]);
    expect((await readNotifications(db, asker, {})).rows[0]).toMatchObject({
      note: 'It names a customer.',
      by: null,
    });
  });

  it('of each event once, however often its job is done', async () => {
    const [asker, helper] = [await someone('asker'), await someone('helper')];
    const id = await ask(asker);
    const answerId = await answer(helper, id, 'Look into the history');
    const event = { kind: 'answer-given', questionId: id, answerId, byId: helper.id } as const;
    await Promise.all([1, 2, 3].map(() => tellFollowers(db, event, now)));
    await tell();
    expect(await heard(asker)).toHaveLength(1);
  });

  it('nothing of what is hidden or deleted by then, nor later', async () => {
    const [asker, helper] = [await someone('asker'), await someone('helper')];
    const id = await ask(asker);
    const answerId = await answer(helper, id, 'Look into the history');
    await deleteAnswer(db, helper, answerId, now);
    await tell();
    expect(
      await db.selectFrom('notifications').where('member_id', '=', asker.id).execute(),
    ).toEqual([]);
    const second = await answer(helper, id, 'Look into the bookmarks');
    await tell();
    expect(await unreadNotifications(db, asker)).toBe(1);
    await db.updateTable('answers').set({ hidden_at: now }).where('id', '=', second).execute();
    expect(await heard(asker)).toEqual([]);
    expect(await unreadNotifications(db, asker)).toBe(0);
  });

  it('all of them, also when they are many', async () => {
    const asker = await someone('asker');
    const id = await ask(asker);
    const many = 1203;
    const rows = Array.from({ length: many }, (_, at) => ({
      handle: `many-${at}`,
      name: 'Many',
      email: `many-${at}@example.com`,
      locale: 'en',
      created_at: now,
    }));
    const members = await db.insertInto('members').values(rows).returning('id').execute();
    const follows = members.map((one) => ({
      question_id: id,
      member_id: one.id,
      created_at: now,
    }));
    await db.insertInto('question_follows').values(follows).execute();
    const answerId = await answer(await someone('helper'), id, 'Look into the history');
    await tell();
    const told = await db
      .selectFrom('notifications')
      .select('member_id')
      .where('answer_id', '=', answerId)
      .execute();
    expect(told).toHaveLength(many + 1);
  });

  it('nothing when they have left', async () => {
    const [asker, helper] = [await someone('asker'), await someone('helper')];
    const id = await ask(asker);
    await answer(helper, id, 'Look into the history');
    await tell();
    await db
      .updateTable('members')
      .set({ deleted_at: now, email: null })
      .where('id', '=', asker.id)
      .execute();
    await answer(helper, id, 'Look into the bookmarks');
    await tell();
    expect(await heard(asker)).toHaveLength(1);
  });
});

describe('reading', () => {
  it('opens one, those of a question, or all, and only one’s own', async () => {
    const [asker, helper, stranger] = await crowd(db, `r${(counter += 1)}`, 3);
    const id = await ask(asker!);
    const other = await ask(await someone('other'));
    await followQuestion(db, asker!, other, now);
    const first = await answer(helper!, id, 'Look into the history');
    await answer(helper!, id, 'Look into the bookmarks');
    await answer(helper!, other, 'Elsewhere');
    await comment(helper!, id, 'A comment', first);
    await tell();
    expect(await unreadNotifications(db, asker!)).toBe(4);
    const { rows } = await readNotifications(db, asker!, {});
    const commented = rows.find(({ kind }) => kind === 'comment')!;
    await expect(openNotification(db, stranger, commented.id, now)).rejects.toThrow(NotFound);
    await expect(openNotification(db, undefined, commented.id, now)).rejects.toThrow(NotSignedIn);
    expect(await openNotification(db, asker, commented.id, now)).toBe(
      `/community/questions/${id}/how-do-i-find-an-article-again?answer=${first}#comment-${commented.commentId}`,
    );
    expect(await unreadNotifications(db, asker!)).toBe(3);
    await markNotificationsRead(db, asker, id, now);
    expect(await unreadNotifications(db, asker!)).toBe(1);
    await markNotificationsRead(db, stranger, undefined, now);
    expect(await unreadNotifications(db, asker!)).toBe(1);
    await markNotificationsRead(db, asker, undefined, now);
    expect(await unreadNotifications(db, asker!)).toBe(0);
  });

  it('goes through pages forth and back', async () => {
    const [asker, helper] = [await someone('asker'), await someone('helper')];
    const id = await ask(asker);
    const values = Array.from({ length: 65 }, (_, at) => ({
      member_id: asker.id,
      event: `made-${at}`,
      kind: 'answer',
      reason: 'own',
      question_id: id,
      by_id: helper.id,
      created_at: now,
    }));
    await db.insertInto('notifications').values(values).execute();
    const first = await readNotifications(db, asker, {});
    const at = (cursor: string | undefined) => {
      const [, last] = Buffer.from(cursor ?? '', 'base64url')
        .toString()
        .split('.');
      return { value: 0, id: Number(last) };
    };
    const second = await readNotifications(db, asker, { after: at(first.next) });
    const third = await readNotifications(db, asker, { after: at(second.next) });
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([30, 30, 5]);
    expect(third.next).toBeUndefined();
    const back = await readNotifications(db, asker, { before: at(third.previous) });
    expect(back.rows.map((row) => row.id)).toEqual(second.rows.map((row) => row.id));
    await cleanNotifications(db, days(300));
    expect((await readNotifications(db, asker, {})).rows).toHaveLength(30);
    await markNotificationsRead(db, asker, undefined, now);
    await cleanNotifications(db, days(91));
    expect((await readNotifications(db, asker, {})).rows).toHaveLength(0);
  });
});
