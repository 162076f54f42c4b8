import { isbot } from 'isbot';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { useLimits, type Limit } from '#src/server/rate-limit.ts';
import { asksNotToBeCounted } from '#src/server/visitor.ts';

/** Nobody follows more dead links in ten minutes; a program that makes them up does. */
const MISSES_PER_ADDRESS: Limit = { name: 'missing-address', uses: 30, seconds: 600 };
/** Longer paths are made by programs, not by links. */
const PATH_MAX = 300;
/** What only programs that look for weaknesses ask a help center for. */
const PROBE = /\.(php|aspx?|jsp|cgi|env|git|sql|bak|ini|ya?ml)\b|\/(wp-|\.|cgi-bin|vendor\/)/i;

function hostOf(referrer: string | null): string {
  return referrer && URL.canParse(referrer) ? new URL(referrer).hostname : '';
}

/** What is kept of a request for an address that does not exist. */
export interface MissedPage {
  path: string;
  /** Host of the page that led there; empty where the browser names none. */
  referrer: string;
}

/** Whether a missing address looks like one that a person asked for. */
export function isAskedByPerson(path: string, headers: Headers): boolean {
  const agent = headers.get('user-agent');
  return !!agent && !isbot(agent) && path.length <= PATH_MAX && !PROBE.test(path);
}

/**
 * What is to be recorded of a request for an address that does not exist. Bots, probes and visitors
 * who ask not to be counted are left out. Queries are never kept.
 * @param network stands for the sender's address, as in `Visitor`
 * @returns undefined for those who are left out
 * @throws TooMany when the address has missed too often
 */
export async function missedPage(
  db: Kysely<Database>,
  { path, headers, network }: { path: string; headers: Headers; network: string },
): Promise<MissedPage | undefined> {
  if (!isAskedByPerson(path, headers) || asksNotToBeCounted(headers)) return undefined;
  await useLimits(db, [[MISSES_PER_ADDRESS, network]]);
  return { path, referrer: hostOf(headers.get('referer')) };
}
