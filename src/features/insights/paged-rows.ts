import { InvalidInput } from '#src/server/errors.ts';
import { digestOf } from '#src/server/digest.ts';

/** A piece of a list, with what leads to the next one. */
export interface RowsPage<Row> {
  rows: Row[];
  /** Null at the end. */
  next: string | null;
}

/** Hex digits that tell one state of a list from another. */
const STATE_LENGTH = 16;

/** The list has changed since its first page was read, so that the rest of it would not fit. */
export class ListChanged extends Error {
  override name = 'ListChanged';
}

/**
 * Cuts a page out of a list. A cursor is good for the list as it was: figures are counted anew every
 * quarter of an hour, and rows that changed places must be neither lost nor told twice.
 * @throws InvalidInput when the cursor is none; ListChanged
 */
export function pageOfRows<Row>(
  all: Row[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): RowsPage<Row> {
  const state = digestOf(all).slice(0, STATE_LENGTH);
  const [, at = '', of = ''] = /^(\d{1,9})-([0-9a-f]{16})$/.exec(cursor ?? `0-${state}`) ?? [];
  if (!at) throw new InvalidInput({ cursor: 'cursor: expected the next of an earlier answer.' });
  if (of !== state) throw new ListChanged();
  const end = Number(at) + limit;
  return { rows: all.slice(Number(at), end), next: end < all.length ? `${end}-${state}` : null };
}
