import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { readOwnerStop } from '#src/features/insights/owner-stop.ts';
import { stopOwnerMail } from '#src/features/insights/stop-owner-mail.ts';
import { stopMails } from '#src/features/notifications/stop-mails.ts';
import { readStopScope } from '#src/features/notifications/stop-scope.ts';
import type { Env } from '#src/server/env.ts';
import { NotFound } from '#src/server/errors.ts';

type Keyed = Pick<Env, 'SECRET_KEY' | 'DATA_DIR'>;

/** What the link of a mail stops, in the words of its page; undefined when no mail of ours has it. */
export function stoppedBy(env: Keyed, signed: string) {
  const scope = readStopScope(env, signed);
  if (scope) return scope.what;
  return readOwnerStop(env, signed) === undefined ? undefined : 'owner';
}

/**
 * Stops what the link of a mail is for: mails to a member, or to an owner of articles.
 * @throws NotFound when no mail of ours has it
 */
export async function stopByLink(
  db: Kysely<Database>,
  env: Keyed,
  signed: string,
  now: Date,
): Promise<void> {
  const scope = readStopScope(env, signed);
  if (scope) return stopMails(db, scope, now);
  const email = readOwnerStop(env, signed);
  if (email === undefined) throw new NotFound();
  await stopOwnerMail(db, email, now);
}
