import { saltsFor } from '#src/server/salts.ts';
import type { Salts } from '#src/server/salts.store.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { addressOf, visitorOf, type Visitor } from '#src/server/visitor.ts';

const { TRUST_PROXY } = readEnv();

/** Who sends a request, as far as we want to know. */
export interface Sender {
  visitor: Visitor;
  salts: Salts;
  userAgent: string;
}

/** @throws when the day's salt cannot be had because the database is away */
export async function senderOf(
  { request, clientAddress }: { request: Request; clientAddress: string },
  now: Date,
): Promise<Sender> {
  const { headers } = request;
  const userAgent = headers.get('user-agent') ?? '';
  const salts = await saltsFor(database(), now);
  const visitor = visitorOf(salts, {
    address: addressOf(clientAddress, headers.get('x-forwarded-for'), TRUST_PROXY),
    userAgent,
    acceptLanguage: headers.get('accept-language') ?? '',
  });
  return { visitor, salts, userAgent };
}
