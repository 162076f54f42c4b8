import path from 'node:path';
import { readEnv } from '#src/server/env.ts';
import { searchOnServer } from './engine-server.ts';
import type { SearchAnswer, SearchRequest } from './query.ts';

async function indexFolder(): Promise<string> {
  if (import.meta.env.DEV) return (await import('./development-index.ts')).developmentIndex();
  return path.join(readEnv().BUILD_DIR, 'client', 'pagefind');
}

/**
 * Searches this instance's articles as a reader of `locale` finds them.
 * @throws SearchAway when the index cannot be read or does not answer in time
 */
export async function searchHelpCenter(
  locale: string,
  request: SearchRequest,
): Promise<SearchAnswer> {
  return searchOnServer(await indexFolder(), { locale, ...request });
}
