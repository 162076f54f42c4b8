/** Where a part of a long list is, and where the others are. */
export interface Place {
  /** Of the first and the last row in the whole list, from 1; both 0 where it is empty. */
  first: number;
  last: number;
  total: number;
  /** Numbers of the parts before and after, from 1. */
  before: number | undefined;
  after: number | undefined;
}

/** A part of a long list. */
export interface Part<Row> extends Place {
  rows: Row[];
}

/**
 * Where a part of a list of `total` rows is.
 * @param asked which one, as an address names it; the first one where there is none of that number
 */
export function placeOf(total: number, asked: string | null, size: number): Place {
  const parts = Math.max(1, Math.ceil(total / size));
  const wished = Number(asked);
  const part = Number.isInteger(wished) && wished >= 1 && wished <= parts ? wished : 1;
  return {
    first: total > 0 ? (part - 1) * size + 1 : 0,
    last: Math.min(total, part * size),
    total,
    before: part > 1 ? part - 1 : undefined,
    after: part < parts ? part + 1 : undefined,
  };
}

/** One part of a list. */
export function partOf<Row>(all: Row[], asked: string | null, size: number): Part<Row> {
  const place = placeOf(all.length, asked, size);
  return { ...place, rows: all.slice(Math.max(0, place.first - 1), place.last) };
}
