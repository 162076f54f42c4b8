import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { mailAt, type MailChoices, type Pace, type Reason } from './mail-choice.ts';

/** What a member has chosen, where they have. */
export async function findChoices(
  db: Kysely<Database>,
  memberId: number,
): Promise<{ choices: Partial<MailChoices>; followsOwn: boolean }> {
  const { rows } = await sql<{ choices: Partial<MailChoices> | null; followsOwn: boolean }>`
    SELECT follows_own AS "followsOwn", (
      SELECT json_object_agg(reason, pace) FROM mail_choices WHERE member_id = members.id
    ) AS choices
    FROM members WHERE id = ${memberId}`.execute(db);
  const [found] = rows;
  return { choices: found?.choices ?? {}, followsOwn: found?.followsOwn ?? true };
}

/** Writes how often a member gets mail for a reason, also about what has not been mailed yet. */
export async function writeChoice(
  trx: Transaction<Database>,
  memberId: number,
  reason: Reason,
  pace: Pace,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('mail_choices')
    .values({ member_id: memberId, reason, pace })
    .onConflict((conflict) => conflict.columns(['member_id', 'reason']).doUpdateSet({ pace }))
    .execute();
  await trx
    .updateTable('notifications')
    .set({ mail_at: mailAt(pace, now) })
    .where('member_id', '=', memberId)
    .where('reason', '=', reason)
    .where('mail_at', 'is not', null)
    .execute();
}

/** Writes whether a member follows the questions that they write on. */
export async function writeFollowsOwn(
  trx: Transaction<Database>,
  memberId: number,
  followsOwn: boolean,
): Promise<void> {
  await trx
    .updateTable('members')
    .set({ follows_own: followsOwn })
    .where('id', '=', memberId)
    .execute();
}
