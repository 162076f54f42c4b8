/** Seconds; a request is counted at the first that it did not exceed, and at all above. */
export const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** What answers to requests are told apart by; `cut` when the reader left before the end. */
const CLASSES = ['cut', '1xx', '2xx', '3xx', '4xx', '5xx'] as const;

/** The first part of an address (behind the language) that says which part of the site it is. */
const DOORS = new Map(
  [
    'account',
    'api',
    'articles',
    'community',
    'contact',
    'events',
    'health',
    'insights',
    'members',
    'metrics',
    'moderation',
    'pagefind',
    'search',
    'uploads',
    '_astro',
  ].map((name) => [name, name]),
);

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i;

const SLASH = 47;
const QUERY = 63;
const HASH = 35;

function partAt(url: string, start: number): string {
  let end = start;
  for (; end < url.length; end += 1) {
    const sign = url.charCodeAt(end);
    if (sign === SLASH || sign === QUERY || sign === HASH) break;
  }
  return url.slice(start, end);
}

/** Which part of the site an address belongs to; one of a few names, and nothing of the address. */
export function doorOf(url: string): string {
  const first = partAt(url, 1);
  if (first === '') return 'home';
  const door = DOORS.get(first);
  if (door) return door;
  if (!LANGUAGE.test(first)) return 'other';
  const second = partAt(url, first.length + 2);
  return second === '' ? 'home' : (DOORS.get(second) ?? 'other');
}

/** Requests of one door that were answered alike. */
export interface Tallied {
  door: string;
  status: (typeof CLASSES)[number];
  /** For each of `BOUNDS`, requests that took so long and no longer than the bound. */
  within: number[];
  count: number;
  /** Seconds. */
  sum: number;
}

/**
 * Counts requests by door, status and duration. It is called at every request, thousands of times a
 * second, and does no more than add to numbers.
 */
export class RequestTally {
  readonly #doors = new Map<string, (Tallied | undefined)[]>();

  /** @param status 0 when the reader left before the end */
  add(url: string, status: number, seconds: number): void {
    const door = doorOf(url);
    let classes = this.#doors.get(door);
    if (!classes) this.#doors.set(door, (classes = []));
    const place = Math.floor(status / 100);
    let tallied = classes[place];
    if (!tallied) {
      const within = BOUNDS.map(() => 0);
      const name = CLASSES[place] ?? 'cut';
      classes[place] = tallied = { door, status: name, within, count: 0, sum: 0 };
    }
    tallied.count += 1;
    tallied.sum += seconds;
    let bound = 0;
    while (bound < BOUNDS.length && seconds > BOUNDS[bound]!) bound += 1;
    if (bound < BOUNDS.length) tallied.within[bound]! += 1;
  }

  all(): Tallied[] {
    return [...this.#doors.values()].flatMap((classes) =>
      classes.filter((one) => one !== undefined),
    );
  }
}
