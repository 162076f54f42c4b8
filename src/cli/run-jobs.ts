import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { DELIVER_TASK } from '#src/features/contact/deliver-request.ts';
import { makeEventMonths } from '#src/features/events/make-event-months.ts';
import { systemClock } from '#src/server/clock.ts';
import { type Env, isProduction } from '#src/server/env.ts';
import { startJobs } from '#src/server/jobs.ts';
import { repeatTakenJobs } from '#src/server/jobs.store.ts';
import type { Log } from '#src/server/log.ts';
import { requeueUnclaimed } from '#src/server/mails.store.ts';
import { sendMail } from '#src/server/send-mail.ts';
import { CONTACT_CRONTAB, contactTasks } from './contact-tasks.ts';
import { EVENT_CRONTAB, eventTasks } from './event-tasks.ts';
import { INSIGHT_CRONTAB, insightTasks } from './insight-tasks.ts';
import { LINK_CRONTAB, linkTasks, REPEATABLE_LINK_TASKS } from './link-tasks.ts';
import { NOTIFICATION_CRONTAB, notificationTasks, REPEATABLE_TASKS } from './notification-tasks.ts';
import { UPLOAD_CRONTAB, uploadTasks } from './upload-tasks.ts';
import { REPEATABLE_WEBHOOK_TASKS, WEBHOOK_CRONTAB, webhookTasks } from './webhook-tasks.ts';

/** Jobs that come by the clock. */
const CRONTAB =
  NOTIFICATION_CRONTAB +
  UPLOAD_CRONTAB +
  EVENT_CRONTAB +
  CONTACT_CRONTAB +
  WEBHOOK_CRONTAB +
  LINK_CRONTAB +
  INSIGHT_CRONTAB;

/**
 * Works on all that is queued, beside serving.
 * @returns stops it
 */
export async function runJobs(
  env: Env,
  { db, url, log }: { db: Kysely<Database>; url: string; log: Log },
): Promise<() => Promise<void>> {
  if (!env.SMTP_URL && isProduction()) {
    log.warn('mail is not sent: SMTP_URL is not set');
  }
  await requeueUnclaimed(db);
  await repeatTakenJobs(db, [
    ...REPEATABLE_TASKS,
    DELIVER_TASK,
    ...REPEATABLE_WEBHOOK_TASKS,
    ...REPEATABLE_LINK_TASKS,
  ]);
  await makeEventMonths(db, systemClock());
  return startJobs(
    url,
    {
      'send-mail': sendMail(db, env, { log, clock: systemClock }),
      ...notificationTasks(db, env, systemClock),
      ...uploadTasks(db, env, systemClock),
      ...eventTasks(db, env, systemClock),
      ...contactTasks(db, env, systemClock),
      ...webhookTasks(db, env, systemClock),
      ...linkTasks(db, env),
      ...insightTasks(db, env, systemClock),
    },
    log,
    CRONTAB,
  );
}
