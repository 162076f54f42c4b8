import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { isStaff, type Actor } from '#src/features/accounts/actor.ts';
import {
  listAnswersToReview,
  type AnswerToReview,
  type LinkedSite,
} from './article-mentions.store.ts';
import { permit } from './permitted.ts';

/** On one page. */
const MOST = 100;

/** Who knows the articles, and who looks after what members write. */
export const mayReviewLinks = (actor: Actor | undefined): actor is Actor =>
  actor !== undefined && isStaff(actor) && actor.suspendedUntil === null;

/**
 * Answers whose links are worth a second look, since the article is gone or was rewritten.
 * @throws NotSignedIn, NotAllowed
 */
export async function answersToReview(
  db: Kysely<Database>,
  actor: Actor | undefined,
  site: LinkedSite,
): Promise<AnswerToReview[]> {
  permit(actor, mayReviewLinks(actor));
  return listAnswersToReview(db, site, MOST);
}
