/** A page that the reader was on in this tab, with what it remembers of itself. */
interface Visited {
  url: string | null;
  getState?(): unknown;
}

/** What a page of results says that it is about. */
function searchOf(url: string | null, origin: string): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { origin: from, pathname, searchParams } = new URL(url);
  const isResults = from === origin && /(^|\/)search$/.test(pathname);
  return (isResults && searchParams.get('q')?.trim()) || undefined;
}

/**
 * What a reader searched for last in this tab, as the browser's own list of visited pages tells it:
 * nothing is stored for it.
 * @param visited pages up to this one, the latest last; empty where the browser has no such list
 */
export function lastSearch(
  referrer: string,
  origin: string,
  visited: Visited[],
): string | undefined {
  for (const page of visited.toReversed()) {
    const { searched } = (page.getState?.() ?? {}) as { searched?: string };
    const found = searched ?? searchOf(page.url, origin);
    if (found) return found;
  }
  return searchOf(referrer, origin);
}
