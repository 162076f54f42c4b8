import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Beacons remembered: those of some minutes on a busy site. */
const MOST = 50_000;

// By database, since tests use several in one process.
const known = new WeakMap<object, LRUCache<string, true>>();

/**
 * Whether this very beacon came a moment ago. One that comes again later, or to another process, is
 * kept twice, and counts once by its page's number.
 */
export function isReplayed(db: object, text: string): boolean {
  let seen = known.get(db);
  if (!seen) known.set(db, (seen = new LRUCache({ max: MOST })));
  const mark = hash('sha1', text, 'base64');
  if (seen.has(mark)) return true;
  seen.set(mark, true);
  return false;
}
