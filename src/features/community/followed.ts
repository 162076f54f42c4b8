import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import type { FollowedQuestion, FollowedShelf } from './follow.ts';
import { findShelfFollow, listQuestionFollows, listShelfFollows } from './follows.store.ts';
import { pageOf, type Page, type Span } from './list-cursor.ts';

/** Followed questions on one page. */
const SHOWN = 50;

/** What a member follows: all their shelves, and a page of their questions. */
export async function listFollowed(
  db: Kysely<Database>,
  actor: Actor,
  span: Span,
): Promise<{ shelves: FollowedShelf[]; questions: Page<FollowedQuestion> }> {
  const [shelves, found] = await Promise.all([
    listShelfFollows(db, actor.id),
    listQuestionFollows(db, actor.id, span, SHOWN + 1),
  ]);
  return { shelves, questions: pageOf(found, SHOWN, span, ({ id }) => ({ value: 0, id })) };
}

/** Whether the reader follows a category or a tag; nobody does who is not signed in. */
export async function isFollowed(
  db: Kysely<Database>,
  actor: Actor | undefined,
  shelf: FollowedShelf,
): Promise<boolean> {
  return actor !== undefined && findShelfFollow(db, shelf, actor.id);
}
