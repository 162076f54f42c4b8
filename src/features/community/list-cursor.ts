/** A place in a list: what it is sorted by, as a number, and the id of the row that stands there. */
export interface Place {
  value: number;
  id: number;
}

/** The part of a list to read; neither for its beginning. */
export interface Span {
  after?: Place | undefined;
  before?: Place | undefined;
}

/** Part of a list, and where it goes on to either side. */
export interface Page<Row> {
  rows: Row[];
  previous: string | undefined;
  next: string | undefined;
}

/** A place as an address carries it. */
export const writeCursor = ({ value, id }: Place): string =>
  Buffer.from(`${value}.${id}`).toString('base64url');

/** The most that a column of scores holds. */
const MOST_SCORE = 2_147_483_647;

/** What a list is sorted by, where it is a score and no time. */
export const scoreAt = ({ value }: Pick<Place, 'value'>): number => Math.min(value, MOST_SCORE);

/** @returns undefined for anything that is not a place: a score, or a time of our age in milliseconds */
export function readCursor(cursor: string | null): Place | undefined {
  const text = Buffer.from(cursor ?? '', 'base64url').toString();
  const [, value, id] = /^(-?\d{1,9}|\d{10,13})\.(\d{1,9})$/.exec(text) ?? [];
  return value && id ? { value: Number(value), id: Number(id) } : undefined;
}

/** The part of a list that an address asks for. */
export function spanOf(query: URLSearchParams): Span {
  const after = readCursor(query.get('after'));
  return after ? { after } : { before: readCursor(query.get('before')) };
}

/**
 * Makes a page of rows that were read in the direction of `span`, with one more than `size` when
 * the list goes on.
 */
export function pageOf<Row>(
  found: Row[],
  size: number,
  span: Span,
  placeOf: (row: Row) => Place,
): Page<Row> {
  const goesOn = found.length > size;
  const backwards = span.after === undefined && span.before !== undefined;
  const rows = found.slice(0, size);
  if (backwards) rows.reverse();
  const cursorOf = (row: Row | undefined) => row && writeCursor(placeOf(row));
  return {
    rows,
    previous: (backwards ? goesOn : span.after !== undefined) ? cursorOf(rows[0]) : undefined,
    next: (backwards ? true : goesOn) ? cursorOf(rows.at(-1)) : undefined,
  };
}
