import type { Task } from 'graphile-worker';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Clock } from './clock.ts';
import type { Env } from './env.ts';
import { handOver } from './hand-over.ts';
import type { Log } from './log.ts';
import { claimMail, updateMail } from './mails.store.ts';

/**
 * The task `send-mail`. A mail that was refused is tried again by the queue; one whose fate is
 * unknown stays as it is: twice is worse than once too few, and somebody can look and send it again.
 */
export function sendMail(
  db: Kysely<Database>,
  env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM'>,
  { log, clock }: { log: Log; clock: Clock },
): Task {
  return async (payload) => {
    const { id } = payload as { id: number };
    const mail = await claimMail(db, id, clock());
    if (!mail) return;
    if (!env.SMTP_URL) {
      // The job ends here, or a server that is configured one day would get all mails of the past.
      await updateMail(db, id, { sending_at: null, error: 'SMTP_URL is not set' });
      return;
    }
    const outcome = await handOver(mail, env.SMTP_URL, env.MAIL_FROM);
    if (outcome.fate === 'taken') {
      await updateMail(db, id, { sent_at: clock() });
    } else if (outcome.fate === 'unknown') {
      await updateMail(db, id, { error: outcome.reason });
      log.error({ mail: id }, 'nobody knows whether this mail arrived');
    } else {
      await updateMail(db, id, { sending_at: null, error: outcome.reason });
      // What the server says may name the recipient, which belongs in no log.
      throw new Error(`mail ${id} was refused`);
    }
  };
}
