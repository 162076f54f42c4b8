import { DOUBTFUL, GOOD, type AnswerJudgement } from './answer-quality.ts';
import type { FoundByRank } from './article-search.ts';
import { phrasesIn, tidyQuery } from './query.ts';
import { wordsIn } from './query-words.ts';
import type { UnderstoodQuery } from './understand-query.ts';

const list = (rows: string[]) => (rows.length > 0 ? rows.join(', ') : 'nothing');

/** How a query is read before anything is made of it. */
export function explainReading(query: string): string[] {
  const tidy = tidyQuery(query);
  const phrases = phrasesIn(tidy).map((phrase) => `"${phrase}"`);
  return [
    `read as     ${list(wordsIn(tidy).map(({ word }) => word))}`,
    ...(phrases.length > 0
      ? [`exactly     ${list(phrases)}: only the built site looks for this; here it is words`]
      : []),
  ];
}

/** What was made of a query, a line for each step. */
export function explainQuery(query: UnderstoodQuery): string[] {
  const { corrected, completed, filler, expanded, wanted } = query;
  return [
    `corrected   ${list(corrected.map(({ from, to }) => `${from} → ${to}`))}`,
    `completed   ${list(completed)}`,
    `left out    ${list(filler)}`,
    `looked for  ${list(wanted.filter(({ isExtra }) => !isExtra).map(({ said }) => said))}`,
    `synonyms    ${list(expanded.map(({ from, to }) => `${from} → ${to.join(' | ')}`))}`,
  ];
}

const QUALITIES = {
  good: 'good',
  partial: 'partial, it may not answer',
  none: 'none, nothing here answers that',
};

/** Whether anything answers a query, and what that was judged by. */
export function explainQuality({ quality, reach, score }: AnswerJudgement): string {
  const most = Math.round(reach * 100);
  const bars = `doubtful below ${GOOD}, nothing below ${DOUBTFUL}`;
  return `quality     ${QUALITIES[quality]}: one section says ${most} % of it, for its length ${score.toFixed(3)} (${bars})`;
}

/** An article's rank, from 1, with the section that speaks for it. */
export function listArticle({ name, section }: FoundByRank, rank: number): string {
  return `${String(rank).padStart(2)}  ${section.id ? `${name}#${section.id}` : name}`;
}

/** What an article's score is made of. */
export function explainScore({ score, because }: FoundByRank): string {
  const covered = Math.round(because.covered * 100);
  return `${score.toFixed(1)}: section ${because.section.toFixed(1)}, title ${because.title.toFixed(1)}, has ${covered} % of the query`;
}
