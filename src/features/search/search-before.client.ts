/** A search whose result was opened. */
interface SearchBefore {
  query: string;
  /** The path of the article that was opened. */
  path: string;
  /** Stems of the words that count as found. */
  words: string[];
  /** The article has been opened: from now on only this view of it, reloaded or not, is meant. */
  isOpen?: true;
}

/** Also in found-words-start.client.ts. */
const KEY = 'search-before';

/** Told when a result was opened that lies on the page which is open already. */
export const RESULT_HERE = 'helpmark:result-here';

/** Keeps what was searched for until the article opens that a link leads to, in this tab alone. */
export function rememberSearch(link: HTMLAnchorElement, query: string, words: string[]): void {
  if (!/\/articles\/[^/]+\/[^/]+$/.test(link.pathname)) return;
  keep({ query, path: link.pathname, words });
  const [page] = location.href.split('#');
  if (link.hash === '' || !link.href.startsWith(`${page}#`)) return;
  // No page is going to load, so this one begins with it, or goes on to the next search.
  const script = document.querySelector<HTMLTemplateElement>('.found-words-script');
  if (script) document.body.append(script.content);
  dispatchEvent(new Event(RESULT_HERE));
}

/** Whether a click opens a link in this tab. */
export const opensHere = ({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  !ctrlKey && !metaKey && !shiftKey && !altKey;

/**
 * The search by which the reader came to this view of the page, if any: a reload is the same view,
 * a later visit is another.
 */
export function searchBefore(): SearchBefore | undefined {
  const search = kept();
  if (!search) return undefined;
  const [view] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (search.path !== location.pathname || (search.isOpen && view?.type === 'navigate')) {
    forgetSearch();
    return undefined;
  }
  keep({ ...search, isOpen: true });
  return search;
}

export function forgetSearch(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Storage is switched off: nothing is kept.
  }
}

function kept(): SearchBefore | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as SearchBefore | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(search: SearchBefore): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(search));
  } catch {
    // Storage is switched off: the article opens without marks.
  }
}
