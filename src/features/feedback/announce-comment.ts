import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addRepeatableJob } from '#src/server/jobs.store.ts';
import { digestOf } from '#src/server/digest.ts';
import type { Entry } from './feedback.store.ts';

/** The job for what others are told of a reader's comment. */
export const FEEDBACK_COMMENT_TASK = 'feedback-comment';

/** That a reader has said something of an article; what they said stands in the database only. */
export interface CommentGiven {
  /** Names the comment among all, and leads back to nobody. */
  key: string;
  article: { locale: string; category: string; slug: string };
  answer: 'yes' | 'no';
  reason: string | null;
  section: string | null;
}

/** Queues that others are told of a comment. */
export async function announceComment(trx: Transaction<Database>, entry: Entry): Promise<void> {
  const { locale, category, slug } = entry.article;
  const given: CommentGiven = {
    key: digestOf([locale, category, slug, entry.visitor, entry.at]).slice(0, 32),
    article: { locale, category, slug },
    answer: entry.answer,
    reason: entry.reason ?? null,
    section: entry.section ?? null,
  };
  await addRepeatableJob(trx, FEEDBACK_COMMENT_TASK, given);
}
