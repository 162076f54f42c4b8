import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { systemClock } from '#src/server/clock.ts';
import { type Env, isProduction } from '#src/server/env.ts';
import { startJobs } from '#src/server/jobs.ts';
import type { Log } from '#src/server/log.ts';
import { requeueUnclaimed } from '#src/server/mails.store.ts';
import { sendMail } from '#src/server/send-mail.ts';

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
  return startJobs(url, { 'send-mail': sendMail(db, env, { log, clock: systemClock }) }, log);
}
