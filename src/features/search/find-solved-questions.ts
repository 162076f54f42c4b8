import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { withoutEntities } from './marked-text.ts';
import { markPieces, type Piece } from './passage.ts';
import { isUnspaced, pairsOf } from './question-terms.ts';
import { listSolvedQuestions, type SolvedRow } from './solved-questions.store.ts';
import type { OtherText, TextScore } from './rank-texts.ts';

/** What finds out how a query is understood, and how well texts fit it. */
export interface TextJudge {
  /** The words that a query wants, each with what stands for it; the rarest first. */
  wanted: string[][];
  scores(texts: OtherText[]): Promise<TextScore[]>;
}

/** A solved question beside the articles, on their scale. */
export interface SolvedQuestion {
  id: number;
  title: string;
  marked: Piece[];
  locale: string;
  category: string;
  answerCount: number;
  createdAt: Date;
  /** The first lines of the accepted answer. */
  excerpt: Piece[];
  score: number;
}

/** So many stand among the articles at most. */
const MOST = 3;
/** So many are looked at. */
const CANDIDATES = 12;
/** With fewer found, words are given up, the most common first. */
const ENOUGH = 3;
/** How many of the rarest words are asked for, one time after the other. */
const ROUNDS = [8, 3, 2];
/** Whatever has less of the query is about something else. */
const COVERED = 0.55;
/** Letters of an excerpt. */
const LENGTH = 170;

/**
 * Solved questions of the community that answer a query, the best first. Words may be missing in
 * them, as in articles; they are asked for with fewer and fewer words until some are found.
 */
export async function findSolvedQuestions(
  db: Kysely<Database>,
  { wanted, scores }: TextJudge,
  { locale, category }: { locale: string; category: string | undefined },
): Promise<SolvedQuestion[]> {
  const found = new Map<number, SolvedRow>();
  const asked = new Set<string>();
  for (const most of ROUNDS) {
    const terms = termsOf(wanted.slice(0, most));
    if (terms === '' || asked.has(terms)) continue;
    asked.add(terms);
    const rows = await listSolvedQuestions(db, { terms, locale, category }, CANDIDATES);
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, row);
    if (found.size >= ENOUGH) break;
  }
  const rows = [...found.values()];
  const texts = rows.map(({ title, html, answerHtml }) => ({
    title,
    text: `${plain(html)} ${plain(answerHtml)}`,
  }));
  const judged = rows.length > 0 ? await scores(texts) : [];
  const words = wanted.flat();
  return rows
    .map((row, at) => ({ row, ...judged[at]! }))
    .filter(({ covered }) => covered >= COVERED)
    .toSorted((a, b) => b.score - a.score || b.row.id - a.row.id)
    .slice(0, MOST)
    .map(({ row: { html: _, answerHtml, ...row }, score }) => ({
      ...row,
      score,
      marked: markPieces(row.title, words),
      excerpt: markPieces(beginning(plain(answerHtml)), words),
    }));
}

const WORD = /^[\p{L}\p{N}\p{M}]+$/u;

/** All groups, of each any word. */
function termsOf(groups: string[][]): string {
  return groups
    .map((group) => group.filter((word) => WORD.test(word)))
    .filter((group) => group.length > 0)
    .map((group) => `(${group.map(termOf).join(' | ')})`)
    .join(' & ');
}

const termOf = (word: string) =>
  isUnspaced(word) ? `(${pairsOf(word).join(' & ')})` : `'${word}'`;

const plain = (html: string): string =>
  withoutEntities(html.replaceAll(/<[^>]*>?/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();

function beginning(text: string): string {
  if (text.length <= LENGTH) return text;
  const cut = text.slice(0, LENGTH);
  const end = cut.lastIndexOf(' ');
  return `${(end > LENGTH / 2 ? cut.slice(0, end) : cut).toWellFormed().replaceAll('\ufffd', '')} …`;
}
