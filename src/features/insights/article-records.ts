import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { countVotes } from '#src/features/measures/vote-counts.store.ts';
import {
  countReasons,
  listComments,
  listRecords,
  type CommentRow,
} from './article-records.store.ts';
import {
  editVerdict,
  newcombe,
  type Difference,
  type Verdict,
} from '#src/features/measures/edit-verdict.ts';
import {
  helpfulness,
  LEAST_VOTES,
  wilson,
  type Helpfulness,
  type Votes,
} from '#src/features/measures/helpfulness.ts';

/** Enough to hear what is the matter, few enough to be read. */
const COMMENTS_SHOWN = 3;

/** How the present text fares against the one before. */
export interface Change {
  verdict: Verdict;
  before: Votes & { helpfulness: Helpfulness | null };
  /** Null where either side has too few votes to speak of a share. */
  difference: Difference | null;
}

export interface Comment extends Omit<CommentRow, 'series'> {}

/** What readers have said of an article's present text. */
export interface ArticleRecord extends Votes {
  /** In the database. */
  id: number;
  /** Path in the content folder. */
  file: string;
  locale: string;
  category: string;
  slug: string;
  title: string;
  owner: string | null;
  /** No longer in the content folder. */
  removed: boolean;
  /** By when somebody has to look at it again, yyyy-mm-dd. */
  reviewBy: string | null;
  revision: string;
  /** When the present series began. */
  since: Date;
  helpfulness: Helpfulness | null;
  /** Null while the article has had one series only, or nobody voted on the one before. */
  change: Change | null;
  reasons: Record<string, number>;
  comments: Comment[];
}

const NONE: Votes = { n: 0, yes: 0 };

function changeFrom(before: Votes, after: Votes): Change | null {
  if (before.n === 0) return null;
  const areEnough = before.n >= LEAST_VOTES && after.n >= LEAST_VOTES;
  return {
    verdict: editVerdict(before, after),
    before: { ...before, helpfulness: helpfulness(before) },
    difference: areEnough ? newcombe(before, after) : null,
  };
}

type Ranked = Pick<ArticleRecord, 'n' | 'yes' | 'file'>;

/**
 * Whose page needs work before whose: bad even by the kindest reading of its votes comes first,
 * of equals the one with more votes, and articles that nobody has voted on come last.
 */
export function byNeed(a: Ranked, b: Ranked): number {
  const unheard = Number(a.n === 0) - Number(b.n === 0);
  return unheard || wilson(a).high - wilson(b).high || b.n - a.n || (a.file < b.file ? -1 : 1);
}

/** The record of every article that is or was in the content folder, worst first. */
export async function articleRecords(db: Kysely<Database>): Promise<ArticleRecord[]> {
  const [rows, votes] = await Promise.all([listRecords(db), countVotes(db)]);
  const heard = rows.map(({ series }) => series).filter((series) => votes.has(series));
  const [comments, reasons] = await Promise.all([
    listComments(db, heard, COMMENTS_SHOWN),
    countReasons(db, heard),
  ]);
  const commentsBySeries = Map.groupBy(comments, (one) => one.series);
  const reasonsBySeries = Map.groupBy(reasons, (one) => one.series);

  return rows
    .map(({ series, seriesSince, seriesBefore, ...article }) => {
      const now = votes.get(series) ?? NONE;
      const before = votes.get(seriesBefore ?? 0) ?? NONE;
      const ownReasons = reasonsBySeries.get(series) ?? [];
      const ownComments = commentsBySeries.get(series) ?? [];
      return {
        ...article,
        since: seriesSince,
        ...now,
        helpfulness: helpfulness(now),
        change: changeFrom(before, now),
        reasons: Object.fromEntries(ownReasons.map(({ reason, count }) => [reason, count])),
        comments: ownComments.map(({ at, answer, reason, section, locale, comment }) => ({
          at,
          answer,
          reason,
          section,
          locale,
          comment,
        })),
      };
    })
    .sort(byNeed);
}
