const KEY = 'recent-searches';
const MOST = 8;

/** What was searched for on this device, newest first; nothing where the browser keeps nothing. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** Puts a search that was meant first, and keeps the newest few. @param query a tidied one */
export function keepSearch(query: string): void {
  if (query !== '') keep([query, ...without(query)].slice(0, MOST));
}

export const dropSearch = (query: string): void => keep(without(query));

export const clearSearches = (): void => keep([]);

/** The searches for something else; large and small letters are one. */
function without(query: string): string[] {
  const letters = query.toLowerCase();
  return recentSearches().filter((one) => one.toLowerCase() !== letters);
}

function keep(queries: string[]): void {
  try {
    if (queries.length > 0) localStorage.setItem(KEY, JSON.stringify(queries));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is switched off or full: nothing is kept.
  }
}
