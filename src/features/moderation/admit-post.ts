import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { AT_ONCE, type Admission } from '#src/features/community/admission.ts';
import type { OnPosted } from '#src/features/community/revisions.store.ts';
import type { WordRule } from '#src/features/content/community-policy.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { holdWriting } from './hold-writing.ts';
import { reasonsToHold, textHash } from './judge.ts';
import { outsideLinks } from './outside-links.ts';
import { findRepeats, isRepeated, rememberPost } from './repeated-posts.store.ts';
import { hasFirstPost, openItem } from './review-items.store.ts';
import { findStanding } from './standings.store.ts';
import { firstDayLeft, trustOf } from './trust.ts';
import { metWordRules } from './word-rules.ts';

/** What a text is judged by. */
export interface Judging {
  wordRules: WordRule[];
  /** Of this site, whose own pages anybody may link to. */
  ownHost: string;
  /** Of the sentences about what is wrong. */
  locale: string;
}

/**
 * Decides how a text that is about to be posted, or to take another's place, comes onto its page.
 * @param text with its title, if it has one
 * @param isEdit whether it takes the place of a text of the same writer
 */
export async function admitPost(
  db: Kysely<Database>,
  actor: Actor | undefined,
  text: string,
  { wordRules, ownHost, locale }: Judging,
  now: Date,
  isEdit = false,
): Promise<Admission> {
  const standing = actor && (await findStanding(db, actor.id, now));
  if (!standing) return AT_ONCE;
  const trust = trustOf(standing);
  if (trust === 'staff') return AT_ONCE;
  const memberId = actor.id;
  const hosts = outsideLinks(text, ownHost);
  const marks = { hash: textHash(text), hosts };
  const dayLeft = firstDayLeft(standing, now);
  const reasons = reasonsToHold({
    trust,
    isFirstDay: dayLeft > 0,
    links: hosts.length,
    wordRules: metWordRules(wordRules, trust, text),
    ...(await findRepeats(
      db,
      memberId,
      trust === 'new' ? marks : { ...marks, hash: undefined },
      now,
    )),
  });

  const record: OnPosted = async (trx, { noun, id, questionId }) => {
    if (!isEdit && (await isRepeated(trx, noun, id, memberId, now))) {
      throw new InvalidInput({ body: messagesFor(locale).community.errors.sameText });
    }
    if (trust === 'new') await rememberPost(trx, memberId, marks, isEdit, now);
    if (reasons.length > 0) {
      await holdWriting(trx, { noun, id }, { reasons, isUnread: !isEdit }, now);
    } else if (trust === 'new' && !isEdit && !(await hasFirstPost(trx, memberId))) {
      const item = { noun, writingId: id, questionId, authorId: memberId } as const;
      await openItem(trx, { ...item, kind: 'first-post' }, now);
    }
  };
  return { isHeld: reasons.length > 0, firstDayLeft: dayLeft, record };
}
