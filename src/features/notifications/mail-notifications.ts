import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { queueMail } from '#src/server/outbox.ts';
import { LONGEST_ABSENCE } from './mail-choice.ts';
import { digestMail, newsMail, type Sender } from './notification-mail.ts';
import { listDueMembers, settleMails, takeDue } from './notifications.store.ts';
import type { DueNotification } from './notification.ts';
import { findRecipient, type FoundRecipient } from './recipients.store.ts';

/** The mails that tell what is news: one a question and reason at once, and one for all the rest. */
function mailsFor(recipient: FoundRecipient, due: DueNotification[], sender: Sender, now: Date) {
  const news = due.filter(({ isNews, pace }) => isNews && pace !== 'never');
  const byQuestion = Map.groupBy(
    news.filter(({ pace }) => pace === 'now'),
    ({ question, reason }) => `${question?.id}/${reason}`,
  );
  const isAbsent = now.getTime() - recipient.seenAt.getTime() > LONGEST_ABSENCE;
  const gathered = isAbsent ? [] : news.filter(({ pace }) => pace !== 'now');
  return [
    ...[...byQuestion.values()].map((told) => newsMail(told, recipient, sender)),
    ...(gathered.length > 0 ? [digestMail(gathered, recipient, sender)] : []),
  ];
}

/** Queues the mails to one member, and settles in the same breath that they have been told. */
async function mailTo(
  db: Kysely<Database>,
  memberId: number,
  sender: Sender,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const due = await takeDue(trx, memberId, now);
    if (due.length === 0) return;
    const recipient = await findRecipient(trx, memberId);
    const mails = recipient ? mailsFor(recipient, due, sender, now) : [];
    for (const mail of mails) await queueMail(trx, mail, now);
    await settleMails(
      trx,
      due.map(({ id }) => id),
    );
  });
}

/**
 * Queues all mails about news that are due. Each piece of news is in one mail at most, whenever the
 * process dies; what was read meanwhile, or is no longer shown, is in none.
 * @throws AggregateError when it failed for some members; all others have theirs
 */
export async function mailNotifications(
  db: Kysely<Database>,
  sender: () => Promise<Sender>,
  now: Date,
): Promise<void> {
  const faults: unknown[] = [];
  let after = 0;
  while (true) {
    const members = await listDueMembers(db, now, after);
    const last = members.at(-1);
    if (last === undefined) break;
    const by = await sender();
    for (const id of members) {
      await mailTo(db, id, by, now).catch((fault: unknown) => faults.push(fault));
    }
    after = last;
  }
  if (faults.length > 0) throw new AggregateError(faults, 'some members could not be told by mail');
}
