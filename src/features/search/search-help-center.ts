import path from 'node:path';
import { readEnv } from '#src/server/env.ts';
import { askSearch } from './engine-server.ts';
import type { TextJudge } from './find-solved-questions.ts';
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
  return askSearch(await indexFolder(), { kind: 'articles', locale, ...request });
}

/**
 * What tells how well other texts than articles fit a query.
 * @throws SearchAway
 */
export async function judgeOf(
  locale: string,
  request: Pick<SearchRequest, 'query' | 'isVerbatim'>,
): Promise<TextJudge> {
  const dir = await indexFolder();
  return {
    wanted: await askSearch(dir, { kind: 'words', locale, ...request }),
    scores: (texts) => askSearch(dir, { kind: 'texts', locale, ...request, texts }),
  };
}
