import { isbot } from 'isbot';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { useLimits, type Limit } from '#src/server/rate-limit.ts';
import { asksNotToBeCounted } from '#src/server/visitor.ts';
import { countMissingPage } from './missing-pages.store.ts';

/** Nobody follows more dead links in ten minutes; a program that makes them up does. */
const MISSES_PER_ADDRESS: Limit = { name: 'missing-address', uses: 30, seconds: 600 };
/** Longer paths are made by programs, not by links. */
const PATH_MAX = 300;
/** What only programs that look for weaknesses ask a help center for. */
const PROBE = /\.(php|aspx?|jsp|cgi|env|git|sql|bak|ini|ya?ml)\b|\/(wp-|\.|cgi-bin|vendor\/)/i;

function hostOf(referrer: string | null): string {
  return referrer && URL.canParse(referrer) ? new URL(referrer).hostname : '';
}

/** Whether a missing address looks like one that a person asked for. */
export function isAskedByPerson(path: string, headers: Headers): boolean {
  const agent = headers.get('user-agent');
  return !!agent && !isbot(agent) && path.length <= PATH_MAX && !PROBE.test(path);
}

/**
 * Records that a person asked for an address that does not exist, with the site that led there.
 * Bots, probes and visitors who ask not to be counted are left out. Queries are never kept.
 * @param network stands for the sender's address, as in `Visitor`
 * @throws TooMany when the address has missed too often
 */
export async function recordMissingPage(
  db: Kysely<Database>,
  { path, headers, network }: { path: string; headers: Headers; network: string },
  now: Date,
): Promise<void> {
  if (!isAskedByPerson(path, headers) || asksNotToBeCounted(headers)) return;
  await useLimits(db, [[MISSES_PER_ADDRESS, network]]);
  await countMissingPage(db, { path, referrer: hostOf(headers.get('referer')), at: now });
}
