import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { countVotes } from '#src/features/measures/vote-counts.store.ts';
import { listRecords } from './article-records.store.ts';
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

/** How the present text fares against the one before. */
export interface Change {
  verdict: Verdict;
  before: Votes & { helpfulness: Helpfulness | null };
  /** Null where either side has too few votes to speak of a share. */
  difference: Difference | null;
}

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
  /** The present one. */
  series: number;
  /** The one whose place it took. */
  seriesBefore: number | null;
  /** When the present one began. */
  since: Date;
  helpfulness: Helpfulness | null;
  /** Null while the article has had one series only, or nobody voted on the one before. */
  change: Change | null;
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
  return rows
    .map(({ seriesSince, ...article }) => {
      const now = votes.get(article.series) ?? NONE;
      const before = votes.get(article.seriesBefore ?? 0) ?? NONE;
      return {
        ...article,
        since: seriesSince,
        ...now,
        helpfulness: helpfulness(now),
        change: changeFrom(before, now),
      };
    })
    .sort(byNeed);
}
