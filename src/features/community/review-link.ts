import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { tidyComment } from '#src/features/feedback/feedback.ts';
import { NotFound } from '#src/server/errors.ts';
import { mayReviewLinks } from './answers-to-review.ts';
import { upsertLinkReview } from './article-mentions.store.ts';
import { permit } from './permitted.ts';

/** Characters; what is longer is cut, since it is only for those who come later. */
export const NOTE_LENGTH = 500;

/**
 * Takes an answer off the list of those that are worth a second look, until its article changes
 * again.
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function reviewLink(
  db: Kysely<Database>,
  actor: Actor | undefined,
  { answerId, articleId, note }: { answerId: number; articleId: number; note: string },
  now: Date,
): Promise<void> {
  permit(actor, mayReviewLinks(actor));
  const tidy = (tidyComment(note) ?? '').slice(0, NOTE_LENGTH).toWellFormed();
  const reviewed = { answerId, articleId, byId: actor.id, note: tidy };
  if (!(await upsertLinkReview(db, reviewed, now))) throw new NotFound();
}
