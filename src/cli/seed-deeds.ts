import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { SeedActor, SeedDeeds, SeedText } from '#db/seed.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import {
  MODERATION_NOTICE_TASK,
  type Decision,
} from '#src/features/community/announce-decision.ts';
import { COMMUNITY_EVENT_TASK, type CommunityEvent } from '#src/features/community/announce.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import type { WordRule } from '#src/features/content/community-policy.ts';
import { admitPost } from '#src/features/moderation/admit-post.ts';
import { changeWriting } from '#src/features/moderation/change-writing.ts';
import { claimItem } from '#src/features/moderation/claim-item.ts';
import { decideItem } from '#src/features/moderation/decide-item.ts';
import { flagWriting } from '#src/features/moderation/flag-writing.ts';
import { markDuplicate } from '#src/features/moderation/mark-duplicate.ts';
import { moveQuestion } from '#src/features/moderation/move-question.ts';
import { sanctionMember } from '#src/features/moderation/sanction-member.ts';
import { undoEvent } from '#src/features/moderation/undo-event.ts';
import { tellDecision } from '#src/features/notifications/tell-decision.ts';
import { tellFollowers } from '#src/features/notifications/tell-followers.ts';
import { takeBackJobs } from '#src/server/jobs.store.ts';

const LOCALE = 'en';

/**
 * The use cases of the site for an invented member at `now`, in the transaction of a seed. What
 * they queue is done at once: a worker would date it by its own clock.
 * @param wordRules by which texts are held
 */
export function seedDeeds(
  trx: Transaction<Database>,
  sown: SeedActor,
  now: Date,
  wordRules: () => Promise<WordRule[]>,
): SeedDeeds {
  const actor: Actor = { ...sown, isVerified: true, silencedUntil: null, suspendedUntil: null };

  async function whole<Result>(deed: Promise<Result>): Promise<Result> {
    const result = await deed;
    for (const event of await takeBackJobs(trx, COMMUNITY_EVENT_TASK)) {
      await tellFollowers(trx, event as CommunityEvent, now);
    }
    for (const decision of await takeBackJobs(trx, MODERATION_NOTICE_TASK)) {
      await tellDecision(trx, decision as Decision, now);
    }
    return result;
  }
  const done = async (deed: Promise<unknown>): Promise<void> => void (await whole(deed));
  const admission = async (text: string) => {
    const judging = { wordRules: await wordRules(), ownHost: '', locale: LOCALE };
    return admitPost(trx, actor, text, judging, now);
  };

  return {
    async ask({ category, title, body, tags }) {
      const admitted = await admission(`${title}\n\n${body}`);
      const place = { locale: LOCALE, category, article: undefined };
      const typed = { title, body, tags: tags.join(' ') };
      const { id } = await whole(askQuestion(trx, actor, place, typed, now, admitted));
      return { noun: 'question', id, questionId: id };
    },
    async answer({ questionId }, body) {
      const admitted = await admission(body);
      const id = await whole(answerQuestion(trx, actor, questionId, body, LOCALE, now, admitted));
      return { noun: 'answer', id, questionId };
    },
    async comment(below, body) {
      const admitted = await admission(body);
      const { questionId } = below;
      const target = { questionId, answerId: below.noun === 'answer' ? below.id : undefined };
      const id = await whole(writeComment(trx, actor, target, body, LOCALE, now, admitted));
      return { noun: 'comment', id, questionId };
    },
    flag: (text, reason, note) => done(flagWriting(trx, actor, text, { reason, note }, now)),
    take: (itemId) => done(claimItem(trx, actor, itemId, now)),
    decide: (itemId, decision, reason) =>
      done(decideItem(trx, actor, itemId, { decision, reason }, LOCALE, now)),
    change: ({ noun, id }: SeedText, deed, reason) =>
      done(changeWriting(trx, actor, { noun, id, deed }, reason, LOCALE, now)),
    move: ({ id }, category, reason) => {
      const to = { id, category, categories: [{ locale: LOCALE, name: category }] };
      return done(moveQuestion(trx, actor, to, reason, LOCALE, now));
    },
    repeat: ({ id: questionId }, { id: canonicalId }) =>
      done(markDuplicate(trx, actor, { questionId, canonicalId }, '', LOCALE, now)),
    sanction: (memberId, kind, reason) =>
      done(sanctionMember(trx, actor, memberId, { kind, days: 0, reason }, LOCALE, now)),
    undo: (eventId) => done(undoEvent(trx, actor, eventId, now)),
  };
}
