import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { NotFound } from '#src/server/errors.ts';
import { changeState } from './change-state.ts';
import { logEvent } from './log-event.ts';
import { mayModerate } from './moderation-event.ts';
import { staffReason } from './staff-reason.ts';
import { withLockedWriting } from './with-locked-writing.ts';
import { STATE_RULES, type StateDeed, type Written } from './writing-state.ts';

/** What became of a deed: its event, unless there was nothing to do any more. */
export interface Done {
  questionId: number;
  eventId: number | undefined;
}

/**
 * Locks, pins, hides or deletes what somebody wrote, or takes that back, and logs it. An answer
 * that nobody sees any more is no longer the accepted one.
 * @param locale of the sentence about a reason that is missing
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput
 */
export async function changeWriting(
  db: Kysely<Database>,
  actor: Actor | undefined,
  { noun, id, deed }: { noun: Written; id: number; deed: StateDeed },
  typedReason: string,
  locale: string,
  now: Date,
): Promise<Done> {
  permit(actor, mayModerate(actor));
  const rule = STATE_RULES[deed];
  if (rule.ofQuestions && noun !== 'question') throw new NotFound();
  const reason = staffReason(typedReason, rule.needsReason ?? false, locale);
  return withLockedWriting(db, noun, id, async (trx, state) => {
    const { questionId, authorId } = state;
    if (!rule.fits(state)) return { questionId, eventId: undefined };
    const change = rule.sets({ byId: actor.id, now });
    const before = await changeState(trx, { noun, id, state }, change);
    const subject = { noun, subjectId: id, questionId, memberId: authorId };
    const event = { kind: deed, actorId: actor.id, ...subject, reason, before };
    return { questionId, eventId: await logEvent(trx, event, now) };
  });
}
