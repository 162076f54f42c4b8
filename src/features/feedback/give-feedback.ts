import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ArticleFacts } from '#src/features/articles/manifest.ts';
import { StalePage } from '#src/server/errors.ts';
import { gather } from '#src/server/gather.ts';
import { inTransaction } from '#src/server/transaction.ts';
import { announceComment } from './announce-comment.ts';
import type { Feedback } from './feedback.ts';
import { writeFeedback, type Entry } from './feedback.store.ts';
import { learnRevision } from './learn-revision.ts';

/** Feedback as it comes from a page. */
export interface Ballot extends Feedback {
  article: ArticleFacts;
  /** The revision that was on the screen. */
  revision: string;
  /** Locale of the page. */
  locale: string;
}

export interface Voter {
  code: string;
  codeYesterday: string | undefined;
}

/** Plain votes may share a statement; words go alone, so that no later vote in it displaces them. */
const writeVote = gather(writeFeedback);
const writeWords = gather(
  (db: Kysely<Database>, entries: Entry[]) => Promise.all(entries.map((one) => tell(db, one))),
  1,
);

/** Writes words, with the job that others are told of them: both or neither. */
function tell(db: Kysely<Database>, entry: Entry): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const [isStored = false] = await writeFeedback(trx, [entry]);
    if (isStored && entry.comment) await announceComment(trx, entry);
    return isStored;
  });
}

// 23503: the series was joined to another one while this was under way.
const isMovedSeries = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === '23503';

async function write(db: Kysely<Database>, entry: Entry): Promise<boolean> {
  const isPlain = !entry.reason && !entry.comment && !entry.section;
  const attempt = () => (isPlain ? writeVote : writeWords)(db, entry);
  try {
    return await attempt();
  } catch (error) {
    if (isMovedSeries(error)) return attempt();
    throw error;
  }
}

/**
 * Stores what a visitor says of an article, in place of what the same visitor said before; when
 * this returns, it is on the disk.
 * @throws StalePage when the page shows a text that was never served from here
 */
export async function giveFeedback(
  db: Kysely<Database>,
  { article, revision, locale, answer, reason, comment, section }: Ballot,
  voter: Voter,
  now: Date,
): Promise<void> {
  const entry: Entry = {
    article,
    revision,
    locale,
    visitor: voter.code,
    visitorYesterday: voter.codeYesterday,
    answer,
    reason,
    comment,
    section,
    at: now,
  };
  if (await write(db, entry)) return;
  if (revision !== article.revision) throw new StalePage();
  // When it is to be looked at again, the next sync tells.
  const particulars = { ...article, owner: article.owner ?? null, reviewBy: null };
  await learnRevision(db, particulars, revision, now);
  if (!(await write(db, entry))) throw new StalePage();
}
