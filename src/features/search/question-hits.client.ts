import type { SearchRequest } from './query.ts';
import type { QuestionHit } from './question-search.ts';

/** Milliseconds of rest before the community is asked: unlike articles, it is far away. */
const REST = 200;
/** Milliseconds after which its answer comes too late. */
const PATIENCE = 3000;

/** @returns undefined when the community cannot be searched, as on a site without its live half */
export async function questionHits(
  address: URL,
  { query, category, isVerbatim }: Pick<SearchRequest, 'query' | 'category' | 'isVerbatim'>,
): Promise<QuestionHit[] | undefined> {
  await new Promise((resolve) => setTimeout(resolve, REST));
  address.search = new URLSearchParams({
    q: query,
    ...(category && { category }),
    ...(isVerbatim && { spelling: 'kept' }),
  }).toString();
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? ((await response.json()) as QuestionHit[]) : undefined;
  } catch {
    return undefined;
  }
}
