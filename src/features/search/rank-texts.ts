import type { Language } from './language.ts';
import { rarity, type PackedIndex } from './packed-index.ts';
import { gainOf, titleScore, total, worthOf } from './rank-articles.ts';
import { fieldGain } from './section-index.ts';
import { termsOf } from './terms.ts';
import type { UnderstoodQuery } from './understand-query.ts';

/** A text that is no article, such as a question with its answer. */
export interface OtherText {
  title: string;
  text: string;
}

/** How well a text fits, on the scale of articles, and how much of the query it has, from 0 to 1. */
export interface TextScore {
  score: number;
  covered: number;
}

/** Ranks other texts as if they were articles of one section, so that both make one list. */
export function scoreText(
  { index, language }: { index: PackedIndex; language: Language },
  { wanted }: UnderstoodQuery,
  { title, text }: OtherText,
): TextScore {
  const fields = { title: termsOf(title, language), text: termsOf(text, language) };
  const strengths = new Map<string, number>();
  for (const field of ['title', 'text'] as const) {
    const gain = fieldGain(field, fields[field].length, index.root.usual[field]);
    for (const term of fields[field]) strengths.set(term, (strengths.get(term) ?? 0) + gain);
  }
  const strengthOf = (term: string) =>
    Math.min(...term.split(' ').map((one) => strengths.get(one) ?? 0));
  // What no article has, and this text does, is as rare as what one has.
  const rare = (term: string) => index.term(term)?.rarity ?? rarity(index.size, 1);
  const inTitle = new Set(fields.title.filter((term) => !language.isFiller(term)));

  const sums = { section: 0, covered: 0, whole: 0, query: 0, inTitle: 0 };
  const said = new Map<string, number>();
  for (const { as, weight, isExtra } of wanted) {
    const had = as.filter(({ term }) => strengthOf(term) > 0);
    const scores = had.map((one) => one.weight * rare(one.term) * gainOf(strengthOf(one.term)));
    sums.section += Math.max(0, ...scores) * weight;
    for (const one of had)
      said.set(one.term, Math.max(said.get(one.term) ?? 0, one.weight * weight));
    const squared = (weight * Math.max(...as.map((one) => rare(one.term) * one.weight))) ** 2;
    sums.query += squared;
    const titled = had
      .filter(({ term }) => term.split(' ').every((one) => inTitle.has(one)))
      .map((one) => one.weight);
    sums.inTitle += squared * Math.max(0, ...titled);
    if (isExtra) continue;
    const worth = worthOf(rare(as[0]!.term)) * weight;
    sums.whole += worth;
    sums.covered += worth * Math.max(0, ...had.map((one) => one.weight));
  }
  const titleWeight = [...inTitle].reduce((sum, term) => sum + rare(term) ** 2, 0);
  const titleSaid = [...inTitle].reduce(
    (sum, term) => sum + rare(term) ** 2 * (said.get(term) ?? 0),
    0,
  );
  const match =
    titleWeight > 0 && sums.query > 0
      ? Math.sqrt((titleSaid / titleWeight) * (sums.inTitle / sums.query))
      : 0;
  const covered = sums.whole > 0 ? sums.covered / sums.whole : 0;
  return {
    score: total({ section: sums.section, title: titleScore(match), covered }),
    covered,
  };
}
