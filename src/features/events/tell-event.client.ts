import type { Told } from './beacon.ts';

/**
 * Tells the page's beacon of an event. By way of the page, since an import would make a file of its
 * own of what both need, and each request costs more than such a line.
 */
export function tellEvent(event: Told): void {
  dispatchEvent(new CustomEvent('helpmark:event', { detail: event }));
}
