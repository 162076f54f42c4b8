import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { saltsFor } from './salts.ts';
import type { Salts } from './salts.store.ts';
import { addressOf, visitorOf, type Visitor } from './visitor.ts';

/** Who sends a request, as far as we want to know. */
export interface Sender {
  visitor: Visitor;
  salts: Salts;
  userAgent: string;
}

/** What a request says of itself, in whatever form it came. */
export interface RequestTraces {
  socketAddress: string | undefined;
  forwardedFor: string | null | undefined;
  userAgent: string | null | undefined;
  acceptLanguage: string | null | undefined;
}

/**
 * Recognises a sender by the day's salt.
 * @param trustedProxies how many proxies in front are believed, as TRUST_PROXY says
 * @throws when the day's salt cannot be had because the database is away
 */
export async function recogniseSender(
  db: Kysely<Database>,
  { socketAddress, forwardedFor, userAgent, acceptLanguage }: RequestTraces,
  trustedProxies: number,
  now: Date,
): Promise<Sender> {
  const salts = await saltsFor(db, now);
  const visitor = visitorOf(salts, {
    address: addressOf(socketAddress, forwardedFor ?? null, trustedProxies),
    userAgent: userAgent ?? '',
    acceptLanguage: acceptLanguage ?? '',
  });
  return { visitor, salts, userAgent: userAgent ?? '' };
}
