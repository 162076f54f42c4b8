import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { InvalidInput, NotAllowed } from '#src/server/errors.ts';
import { queueMail } from '#src/server/outbox.ts';
import type { Sender } from '#src/server/sender.ts';
import { hashOfToken, newToken } from '#src/server/token.ts';
import type { Actor } from './actor.ts';
import {
  MAY_BY_SCOPE,
  MOST_TOKENS,
  SCOPES,
  TOKEN_LIVES,
  TOKEN_NAME_LENGTH,
  TOKEN_PREFIX,
} from './api-token.ts';
import { insertToken } from './api-tokens.store.ts';
import { type Fault, faultsIn } from './faults.ts';
import { accountMail, type MailSite } from './mails.ts';
import { proveIdentity, type Proof } from './prove-identity.ts';

const DAY = 86_400_000;

function faultOfName(name: string): Fault | undefined {
  if (name === '') return 'tokenNameMissing';
  return [...name].length > TOKEN_NAME_LENGTH ? 'tokenNameTooLong' : undefined;
}

/**
 * Makes a token with which a program does one thing in the name of a member, who is mailed.
 * @param form.days that it lives, one of `TOKEN_LIVES`
 * @returns the token, which is told once
 * @throws NotAllowed when the member may not do that thing, InvalidInput, TooMany
 */
export async function makeToken(
  db: Kysely<Database>,
  actor: Actor,
  form: Proof & { name: string; scope: string; days: string },
  site: MailSite,
  sender: Sender,
  now: Date,
): Promise<string> {
  const scope = SCOPES.find((one) => one === form.scope);
  const days = TOKEN_LIVES.find((one) => String(one) === form.days);
  if (scope && !MAY_BY_SCOPE[scope](actor)) throw new NotAllowed();
  if (!scope || days === undefined) throw new InvalidInput({});
  const name = form.name.trim();
  const faults = faultsIn({ name: faultOfName(name) });
  if (faults) throw new InvalidInput(faults);
  const { id, email, locale } = await proveIdentity(db, actor, form, sender, now);
  const token = TOKEN_PREFIX + newToken().token;
  const hash = hashOfToken(token);
  const expiresAt = days === 0 ? null : new Date(now.getTime() + days * DAY);
  await db.transaction().execute(async (trx) => {
    const made = { memberId: id, name, hash, scopes: [scope], expiresAt };
    if (!(await insertToken(trx, made, MOST_TOKENS, now))) {
      throw new InvalidInput({ name: 'tokensTooMany' });
    }
    const event = `token-made:${hash}`;
    await queueMail(trx, accountMail({ kind: 'tokenMade', to: email, locale, event }, site), now);
  });
  return token;
}
