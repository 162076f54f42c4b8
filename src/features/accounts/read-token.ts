import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NotAllowed, NotSignedIn } from '#src/server/errors.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import { hashOfToken } from '#src/server/token.ts';
import type { Visitor } from '#src/server/visitor.ts';
import type { Actor } from './actor.ts';
import { MAY_BY_SCOPE, type Scope } from './api-token.ts';
import { findTokenByHash, noteUse } from './api-tokens.store.ts';
import { WRONG_TOKENS_PER_NETWORK } from './limits.ts';
import { staffRule } from './session.ts';
import { roleInForce } from './staff-two-factor.ts';

const HOUR = 3_600_000;

/**
 * Who lets a program do something, as they are now: a token can do no more than its owner can. It
 * is looked up by its hash, so how long that takes tells nothing of it.
 * @param token undefined when the program brought none
 * @param network from which the program asks; wrong tokens are counted for it
 * @param rule as the operator configured it, unless told
 * @throws NotSignedIn when the token is not good, or no longer; NotAllowed when it was made for
 * something else, or its owner may not do that any more; TooMany
 */
export async function readToken(
  db: Kysely<Database>,
  token: string | undefined,
  scope: Scope,
  { network }: Pick<Visitor, 'network'>,
  now: Date,
  rule = staffRule(),
): Promise<Actor> {
  if (!token) throw new NotSignedIn();
  const found = await findTokenByHash(db, hashOfToken(token), now);
  if (!found) {
    await useLimits(db, [[WRONG_TOKENS_PER_NETWORK, network]]);
    throw new NotSignedIn();
  }
  const { id, scopes, usedAt, owner, hasTwoFactor } = found;
  const actor = { ...owner, role: roleInForce(owner.role, hasTwoFactor, rule) };
  if (!scopes.includes(scope) || !MAY_BY_SCOPE[scope](actor)) throw new NotAllowed();
  if (!usedAt || now.getTime() - usedAt.getTime() >= HOUR) await noteUse(db, id, now);
  return actor;
}
