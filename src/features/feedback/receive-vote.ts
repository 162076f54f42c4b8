import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Sender } from '#src/server/sender.ts';
import { ballotOf } from './ballot-of.ts';
import type { VoteForm } from './forms.ts';
import { issueTicket } from './ticket.ts';
import { trapFor } from './traps.ts';
import { setAside, vote } from './vote.ts';

/**
 * Takes the first form.
 * @param isFromScript our script measures how long the page was open, a plain form cannot
 * @returns the ticket that the second form needs; programs that were found out get one too
 * @throws NotFound, StalePage, TooMany
 */
export async function receiveVote(
  db: Kysely<Database>,
  form: VoteForm,
  { visitor, salts, userAgent }: Sender,
  isFromScript: boolean,
  now: Date,
): Promise<string> {
  const ballot = await ballotOf(form);
  const elapsed = isFromScript ? (form.elapsed ?? 0) : undefined;
  const trap = trapFor({ userAgent, honeypot: form.website, elapsed });
  if (trap) await setAside(db, trap, now);
  else await vote(db, ballot, visitor, now);
  return issueTicket(salts, visitor.code, now);
}
