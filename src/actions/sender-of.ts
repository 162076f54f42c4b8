import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { recogniseSender, type Sender } from '#src/server/sender.ts';

const { TRUST_PROXY } = readEnv();

/**
 * Who sends a request to an action or a page.
 * @throws when the day's salt cannot be had because the database is away
 */
export function senderOf(
  { request: { headers }, clientAddress }: { request: Request; clientAddress: string },
  now: Date,
): Promise<Sender> {
  const traces = {
    socketAddress: clientAddress,
    forwardedFor: headers.get('x-forwarded-for'),
    userAgent: headers.get('user-agent'),
    acceptLanguage: headers.get('accept-language'),
  };
  return recogniseSender(database(), traces, TRUST_PROXY, now);
}
