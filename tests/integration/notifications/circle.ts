import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { COMMUNITY_EVENT_TASK, type CommunityEvent } from '#src/features/community/announce.ts';
import {
  MODERATION_NOTICE_TASK,
  type Decision,
} from '#src/features/community/announce-decision.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import { mailNotifications } from '#src/features/notifications/mail-notifications.ts';
import type { Sender } from '#src/features/notifications/notification-mail.ts';
import { sentenceOf } from '#src/features/notifications/sentence.ts';
import { listNotifications } from '#src/features/notifications/notifications.store.ts';
import { tellDecision } from '#src/features/notifications/tell-decision.ts';
import { tellFollowers } from '#src/features/notifications/tell-followers.ts';
import { place, typedQuestion } from '#tests/integration/community/members.ts';

/** A Wednesday. */
export const now = new Date('2026-11-25T12:00:00Z');
export const minutes = (count: number, from = now) => new Date(from.getTime() + count * 60_000);
export const days = (count: number, from = now) => minutes(count * 24 * 60, from);

/** Of the signature in the links of mails. */
export const keyed = { SECRET_KEY: '0'.repeat(31) + 'x', DATA_DIR: '/nonexistent' };

export const sender: Sender = {
  site: {
    name: 'Helpmark',
    address: (locale, path) =>
      `https://help.example.com${locale === 'en' ? '' : `/${locale}`}${path}`,
  },
  env: keyed,
};

/** What members do on a site of their own, and what comes of it by a clock that the test turns. */
export function circle(db: Kysely<Database>) {
  const ask = async (by: Actor, facts: Partial<typeof typedQuestion> = {}, at = now) =>
    (await askQuestion(db, by, place, { ...typedQuestion, ...facts }, at)).id;
  const answer = (by: Actor, questionId: number, text: string, at = now) =>
    answerQuestion(db, by, questionId, text.padEnd(20, '.'), 'en', at);
  const comment = (by: Actor, questionId: number, text: string, answerId?: number) =>
    writeComment(db, by, { questionId, answerId }, text.padEnd(5, '.'), 'en', now);

  /** Does the jobs that tell members, as the worker does them. */
  async function tell(at = now): Promise<void> {
    const { rows } = await sql<{ id: string; task: string; payload: unknown }>`
      SELECT jobs.id, task_identifier AS task, payload
      FROM graphile_worker._private_jobs AS jobs JOIN graphile_worker.jobs AS public USING (id)
      WHERE task_identifier IN (${COMMUNITY_EVENT_TASK}, ${MODERATION_NOTICE_TASK})
      ORDER BY id`.execute(db);
    for (const { id, task, payload } of rows) {
      if (task === COMMUNITY_EVENT_TASK) await tellFollowers(db, payload as CommunityEvent, at);
      else await tellDecision(db, payload as Decision, at);
      await sql`DELETE FROM graphile_worker._private_jobs WHERE id = ${id}`.execute(db);
    }
  }

  const mail = (at: Date) => mailNotifications(db, async () => sender, at);
  /** Queued so far, the oldest first. */
  const mails = () => db.selectFrom('mails').selectAll().orderBy('id').execute();
  const mailsTo = async (to: Actor) =>
    (await mails()).filter(({ recipient }) => recipient === `${to.handle}@example.com`);
  /** The sentences that a member reads, the newest first. */
  const heard = async (who: Actor) =>
    (await listNotifications(db, who.id, {}, 100)).map((one) => sentenceOf(one, 'en'));

  return { ask, answer, comment, tell, mail, mails, mailsTo, heard };
}
