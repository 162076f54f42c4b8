import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { scrub } from '#src/server/scrub.ts';
import type { Sender } from '#src/server/sender.ts';
import { ballotOf } from './ballot-of.ts';
import { explain } from './explain.ts';
import { isReasonFor, MAX_COMMENT, tidyComment } from './feedback.ts';
import type { ExplainForm } from './forms.ts';
import { leaveAddress, readAddress } from './leave-address.ts';
import { readTicket } from './ticket.ts';
import { trapFor } from './traps.ts';
import { setAside } from './vote.ts';
import { findCommentSubject } from './waiting-readers.store.ts';

/**
 * Takes the second form. A reason that does not go with the answer and a section that the article
 * has not are left out rather than refused: no reader can choose them. What is private in the words
 * is not kept.
 * @throws NotFound, InvalidInput, StalePage, TooMany
 */
export async function receiveWords(
  db: Kysely<Database>,
  form: ExplainForm,
  sender: Sender,
  now: Date,
): Promise<void> {
  const { visitor, salts, userAgent } = sender;
  const { errors } = messagesFor(form.locale).feedback;
  const comment = tidyComment(form.comment ?? '');
  const over = (comment?.length ?? 0) - MAX_COMMENT;
  if (over > 0) throw new InvalidInput({ comment: errors.tooLong(over) });
  const email = readAddress(form.email, form.locale);
  // Without words there is nothing that could come of it.
  if (email && !comment) throw new InvalidInput({ comment: messagesFor(form.locale).waiting.says });

  const ballot = await ballotOf(form);
  const ticket = readTicket(salts, form.ticket ?? '');
  if (!ticket) throw new InvalidInput({ ticket: errors.tooOld });
  const elapsed = now.getTime() - ticket.issuedAt.getTime();
  const trap = trapFor({ userAgent, honeypot: form.website, elapsed });
  if (trap) return setAside(db, trap, now);

  const reason = form.reason && isReasonFor(ballot.answer, form.reason) ? form.reason : undefined;
  const section = ballot.article.sections.find(({ id }) => id === form.section)?.id;
  const words = comment && scrub(comment);
  await explain(db, { ...ballot, reason, comment: words, section }, visitor, ticket.visitor, now);
  if (!email) return;
  const codes = [ticket.visitor, visitor.code, visitor.codeYesterday ?? ''];
  const subject = await findCommentSubject(db, ballot.article, codes);
  if (subject === undefined) return;
  await leaveAddress(db, 'comment', { subject, email, locale: form.locale }, sender, now);
}
