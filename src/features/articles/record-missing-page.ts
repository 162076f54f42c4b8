import { isbot } from 'isbot';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { asksNotToBeCounted } from '#src/server/visitor.ts';
import { countMissingPage } from './missing-pages.store.ts';

/** Longer paths are made by programs, not by links. */
const PATH_MAX = 300;
/** What only programs that look for weaknesses ask a help center for. */
const PROBE = /\.(php|aspx?|jsp|cgi|env|git|sql|bak|ini|ya?ml)\b|\/(wp-|\.|cgi-bin|vendor\/)/i;

function hostOf(referrer: string | null): string {
  return referrer && URL.canParse(referrer) ? new URL(referrer).hostname : '';
}

/**
 * Records that a person asked for an address that does not exist, with the site that led there.
 * Bots, probes and visitors who ask not to be counted are left out. Queries are never kept.
 */
export async function recordMissingPage(
  db: Kysely<Database>,
  { path, headers }: { path: string; headers: Headers },
  now: Date,
): Promise<void> {
  const agent = headers.get('user-agent');
  if (!agent || isbot(agent) || asksNotToBeCounted(headers)) return;
  if (path.length > PATH_MAX || PROBE.test(path)) return;
  await countMissingPage(db, { path, referrer: hostOf(headers.get('referer')), at: now });
}
