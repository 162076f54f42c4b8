import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { announce } from '#src/features/community/announce.ts';
import { permit } from '#src/features/community/permitted.ts';
import { isShown } from '#src/features/community/question.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput } from '#src/server/errors.ts';
import type { Done } from './change-writing.ts';
import { bringMembers, pointQuestions } from './duplicates.store.ts';
import { logEvent } from './log-event.ts';
import { mayModerate } from './moderation-event.ts';
import { staffReason } from './staff-reason.ts';
import { withLockedFamily, type LockedFamily } from './with-locked-family.ts';
import { recountSame } from './writing-states.store.ts';

/** Two questions, of which the first turned out to be the second one again. */
export interface Repetition {
  questionId: number;
  canonicalId: number;
}

/** What undoing needs of a question that leads to another one. */
export interface Repeated {
  canonicalId: number;
  /** What led to the question itself until then. */
  duplicateIds: number[];
}

/**
 * Makes a question lead to another one, with those who follow it or have it too, who are told, does
 * what else belongs to it, and logs it.
 * @param alsoDone in the same transaction; its result is kept for undoing
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput
 */
export async function repeatQuestion(
  db: Kysely<Database>,
  actor: Actor | undefined,
  { questionId, canonicalId }: Repetition,
  kind: 'duplicate' | 'merge',
  typedReason: string,
  locale: string,
  now: Date,
  alsoDone: (trx: Transaction<Database>, family: LockedFamily) => Promise<object>,
): Promise<Done> {
  permit(actor, mayModerate(actor));
  const reason = staffReason(typedReason, false, locale);
  return withLockedFamily(db, questionId, canonicalId, async (trx, family) => {
    const { question, canonical, duplicateIds } = family;
    const done = { questionId: canonical.id };
    if (question.duplicateOfId === canonical.id) return { ...done, eventId: undefined };
    const fault = faultOf(family, locale);
    if (fault) throw new InvalidInput({ canonical: fault });
    await pointQuestions(trx, [question.id, ...duplicateIds], canonical.id);
    await bringMembers(trx, question.id, canonical.id, now);
    await recountSame(trx, [canonical.id]);
    const before: Repeated = { canonicalId: canonical.id, duplicateIds };
    const subject = { noun: 'question', subjectId: questionId, questionId } as const;
    const event = { kind, actorId: actor.id, memberId: question.authorId, reason };
    const also = await alsoDone(trx, family);
    await announce(trx, { kind: 'question-repeated', questionId, byId: actor.id });
    const logged = { ...event, ...subject, before: { ...before, ...also } };
    return { ...done, eventId: await logEvent(trx, logged, now) };
  });
}

function faultOf({ question, canonical }: LockedFamily, locale: string): string | undefined {
  const { errors } = messagesFor(locale).moderation;
  if (canonical.id === question.id) return errors.itself;
  if (question.duplicateOfId !== null) return errors.alreadyDuplicate;
  return isShown(question) && isShown(canonical) ? undefined : errors.notShown;
}
