import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { mayTakePart } from '#src/features/community/question.ts';
import { tidyComment } from '#src/features/feedback/feedback.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import { changeState } from './change-state.ts';
import {
  FLAGS_PER_DAY,
  flagWeight,
  hides,
  LONGEST_NOTE,
  mayFlag,
  type FlagReason,
} from './flag.ts';
import { findFlagRecord, hasOpenFlag, insertFlag, weighFlags } from './flags.store.ts';
import { logEvent } from './log-event.ts';
import { keepAcceptance, openItem } from './review-items.store.ts';
import { findStanding } from './standings.store.ts';
import { trustOf } from './trust.ts';
import { withLockedWriting } from './with-locked-writing.ts';
import type { Written } from './writing-state.ts';

/**
 * Raises a flag and puts the text into the queue; flags of enough weight hide it until a moderator
 * looks. A second flag of one member on one text changes nothing.
 * @returns the question's id
 * @throws NotSignedIn, NotAllowed, NotFound, TooMany
 */
export async function flagWriting(
  db: Kysely<Database>,
  actor: Actor | undefined,
  { noun, id }: { noun: Written; id: number },
  { reason, note }: { reason: FlagReason; note: string },
  now: Date,
): Promise<number> {
  permit(actor, mayTakePart(actor));
  const isKnown = await hasOpenFlag(db, actor.id, noun, id);
  if (!isKnown) await useLimits(db, [[FLAGS_PER_DAY, String(actor.id)]]);
  const [standing, record] = await Promise.all([
    findStanding(db, actor.id, now),
    findFlagRecord(db, actor.id),
  ]);
  const weight = flagWeight(standing ? trustOf(standing) : 'new', record);
  return withLockedWriting(db, noun, id, async (trx, state) => {
    const { questionId, authorId } = state;
    if (isKnown) return questionId;
    permit(actor, mayFlag(actor, state));
    const about = { noun, writingId: id, questionId };
    const itemId = await openItem(trx, { ...about, authorId, kind: 'flags' }, now);
    const said = tidyComment(note)?.slice(0, LONGEST_NOTE).toWellFormed() ?? '';
    const flag = { ...about, itemId, memberId: actor.id, reason, note: said, weight };
    if (!(await insertFlag(trx, flag, now))) return questionId;
    const author = await findStanding(trx, authorId, now);
    if (!hides(await weighFlags(trx, itemId), author?.role ?? 'member')) return questionId;

    const hiding = { hiddenAt: now, hiddenFor: 'flags' } as const;
    const change = await changeState(trx, { noun, id, state }, hiding);
    if (change.is.acceptance === null) await keepAcceptance(trx, itemId, state.acceptance);
    const subject = { noun, subjectId: id, questionId, memberId: authorId, reason: null };
    await logEvent(trx, { kind: 'hide-flagged', actorId: null, ...subject, before: change }, now);
    return questionId;
  });
}
