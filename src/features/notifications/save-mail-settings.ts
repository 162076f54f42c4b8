import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { REASONS } from './mail-choice.ts';
import { writeChoice, writeFollowsOwn } from './mail-choices.store.ts';
import { mailSettings, type MailSettings } from './mail-settings.ts';

/**
 * Keeps what a member chose; also those may choose who may do nothing else.
 * @throws NotSignedIn
 */
export async function saveMailSettings(
  db: Kysely<Database>,
  actor: Actor | undefined,
  { choices, followsOwn }: MailSettings,
  now: Date,
): Promise<void> {
  permit(actor, true);
  const before = await mailSettings(db, actor);
  await db.transaction().execute(async (trx) => {
    for (const reason of REASONS) {
      if (choices[reason] === before.choices[reason]) continue;
      await writeChoice(trx, actor.id, reason, choices[reason], now);
    }
    await writeFollowsOwn(trx, actor.id, followsOwn);
  });
}
