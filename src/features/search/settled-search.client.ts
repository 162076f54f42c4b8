import type { Told } from '#src/features/events/beacon.ts';
import { tellEvent } from '#src/features/events/tell-event.client.ts';
import { keepSearch } from './recent-searches.client.ts';
import type { SearchOutcome } from './search-outcome.ts';

/** Milliseconds that results were looked at before another query, for the first to count as meant. */
const LOOKED_AT = 1500;

/** A search whose results are shown. */
interface Shown extends SearchOutcome {
  query: string;
}

/** A question's address names it, an article's is its path. */
function targetOf(link: HTMLAnchorElement): { article: string } | { question: number } {
  const [, id] = /\/community\/questions\/(\d+)/.exec(link.pathname) ?? [];
  return id === undefined ? { article: link.pathname } : { question: Number(id) };
}

/**
 * Tells of searches that are made while typing, each once, and keeps them among the recent ones: when
 * a result is opened, when the results are dismissed or the page is left, and when another query takes
 * their place after they were looked at. What only goes on with the same words is no query of its own.
 * @param before a query that is told of already
 */
export function settledSearches(from: 'box' | 'page', before = '') {
  let shown: (Shown & { at: number }) | undefined;
  let told = before;

  function settle(): void {
    if (shown && shown.query !== told) {
      const { query, quality, results } = shown;
      told = query;
      keepSearch(query);
      tellEvent({ kind: 'searched', query, quality, results, from });
    }
    shown = undefined;
  }

  addEventListener('visibilitychange', () => document.hidden && settle(), true);
  addEventListener('pagehide', settle, true);
  return {
    settle,
    /** Results are shown, or more of them. */
    show(next: Shown): void {
      const at = performance.now();
      const isSame = shown?.query === next.query;
      if (shown && !next.query.startsWith(shown.query) && at - shown.at > LOOKED_AT) settle();
      shown = { ...next, at: isSame && shown ? shown.at : at };
    },
    /** The page that shows the results of a query tells of it; they may come here too, meanwhile. */
    leaveTo(query: string): void {
      told = query;
      keepSearch(query);
      shown = undefined;
    },
    /** A result was opened. @param rank its place in the list, from 1 */
    click(query: string, link: HTMLAnchorElement, rank: number): void {
      settle();
      keepSearch(query);
      tellEvent({ kind: 'result-clicked', query, rank, ...targetOf(link) } satisfies Told);
    },
  };
}
