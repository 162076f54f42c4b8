import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import {
  countCommentStates,
  listInsightComments,
  type InsightComment,
} from './insight-comments.store.ts';
import type { State } from './insight-state.ts';
import { placeOf, type Part } from './part-of.ts';

const SHOWN = 50;

export interface CommentPage {
  /** Of all comments of the scope. */
  counts: Map<State, number>;
  part: Part<InsightComment>;
}

/**
 * The comments of a scope, the latest first.
 * @param state shows only those in it
 * @param asked which part of the list, as an address names it
 */
export async function readComments(
  db: Kysely<Database>,
  scope: Scope,
  state: State | undefined,
  asked: string | null,
): Promise<CommentPage> {
  const counts = await countCommentStates(db, scope);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const total = state === undefined ? all : (counts.get(state) ?? 0);
  const place = placeOf(total, asked, SHOWN);
  const rows = await listInsightComments(db, scope, {
    state,
    most: SHOWN,
    skip: Math.max(0, place.first - 1),
  });
  return { counts, part: { ...place, rows } };
}
