import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { InvalidInput, NotSignedIn } from '#src/server/errors.ts';
import { draftFields, isDraftPlace } from './draft-place.ts';
import { dropDraft } from './drop-draft.ts';
import { DRAFTS_PER_MINUTE } from './limits.ts';
import { saveDraft } from './save-draft.ts';
import { usePace } from './use-pace.ts';

/**
 * Keeps what a member is typing, which a browser tells every few seconds; a form that was emptied
 * has no draft any more.
 * @throws NotSignedIn, InvalidInput, TooMany
 */
export async function keepTyping(
  db: Kysely<Database>,
  actor: Actor | undefined,
  place: string,
  typed: Record<string, string | undefined>,
  now: Date,
): Promise<void> {
  if (!actor) throw new NotSignedIn();
  if (!isDraftPlace(place)) throw new InvalidInput({});
  await usePace(db, actor, [DRAFTS_PER_MINUTE]);
  const fields = draftFields(typed);
  const isEmpty = !fields['title']?.trim() && !fields['body']?.trim();
  if (isEmpty) await dropDraft(db, actor, place);
  else await saveDraft(db, actor, place, fields, now);
}
