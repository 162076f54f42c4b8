import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput } from '#src/server/errors.ts';
import type { Done } from './change-writing.ts';
import { logEvent } from './log-event.ts';
import { mayModerate } from './moderation-event.ts';
import { staffReason } from './staff-reason.ts';
import { withLockedWriting } from './with-locked-writing.ts';
import { writeState } from './writing-states.store.ts';

/**
 * Puts a question on another shelf, and logs it.
 * @param categories those that there are in each locale
 * @param locale of the sentence about one that is not among them
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput
 */
export async function moveQuestion(
  db: Kysely<Database>,
  actor: Actor | undefined,
  {
    id,
    category,
    categories,
  }: {
    id: number;
    category: string;
    categories: { locale: string; name: string }[];
  },
  typedReason: string,
  locale: string,
  now: Date,
): Promise<Done> {
  permit(actor, mayModerate(actor));
  const reason = staffReason(typedReason, false, locale);
  return withLockedWriting(db, 'question', id, async (trx, state) => {
    if (!categories.some(({ locale: of, name }) => of === state.locale && name === category)) {
      throw new InvalidInput({ category: messagesFor(locale).moderation.errors.noCategory });
    }
    if (state.category === category) return { questionId: id, eventId: undefined };
    const [was, is] = [{ category: state.category }, { category }];
    await writeState(trx, 'question', id, id, is);
    const subject = { noun: 'question', subjectId: id, questionId: id } as const;
    const event = { kind: 'move', actorId: actor.id, memberId: state.authorId, reason } as const;
    const eventId = await logEvent(trx, { ...event, ...subject, before: { was, is } }, now);
    return { questionId: id, eventId };
  });
}
