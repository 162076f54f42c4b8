import { existsSync } from 'node:fs';
import type { InsightsSource } from '#src/features/insights/insights-source.ts';
import { localInsights } from '#src/features/insights/local-insights.ts';
import { remoteInsights, SiteRefused } from '#src/features/insights/remote-insights.ts';
import { isPeriod, PERIODS, type Period } from '#src/features/measures/scope.ts';
import type { Env } from '#src/server/env.ts';
import { isUnmigrated } from '#src/server/errors.ts';
import { clusterFolder } from '#src/server/postgres-cluster.ts';
import { CommandError } from './run-command.ts';
import { withDatabase } from './with-database.ts';

export const NO_DATABASE = `There is no database here, so there are no votes to show.

Votes are kept by the site that readers visit. Set HELPMARK_URL to its address and HELPMARK_TOKEN to
a token that you make there, under Your account, Access for programs. Or set DATABASE_URL to the
address of its database, or run this command where the site runs, with the same DATA_DIR.`;

/**
 * Reads figures: of the site at HELPMARK_URL, or else of the database here.
 * @returns undefined when there is neither
 * @throws CommandError in words
 */
export async function withInsights<Result>(
  env: Env,
  now: Date,
  task: (source: InsightsSource) => Promise<Result>,
): Promise<Result | undefined> {
  const { HELPMARK_URL, HELPMARK_TOKEN } = env;
  try {
    if (HELPMARK_URL && HELPMARK_TOKEN)
      return await task(remoteInsights(HELPMARK_URL, HELPMARK_TOKEN));
    // Looking at the numbers must not leave a database behind.
    if (!env.DATABASE_URL && !existsSync(clusterFolder(env.DATA_DIR))) return undefined;
    return await withDatabase(env, async (db) => task(await localInsights(db, now)));
  } catch (error) {
    if (error instanceof SiteRefused) throw new CommandError(error.message);
    if (!isUnmigrated(error)) throw error;
    throw new CommandError(
      'The database has not been brought to this version yet. Start the site once, or run npm run db -- migrate.',
    );
  }
}

/** @throws CommandError when it is none */
export function periodOf(text: string): Period {
  if (isPeriod(text)) return text;
  const known = Object.keys(PERIODS).join(', ');
  throw new CommandError(`--period: expected one of ${known}, but got "${text}".`);
}
