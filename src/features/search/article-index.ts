import { judgeAnswer, type AnswerJudgement } from './answer-quality.ts';
import { loadLanguage, type Language } from './language.ts';
import { PackedIndex, type ReadFile } from './packed-index.ts';
import { readySynonyms, type Synonyms } from './synonyms.ts';
import type { UnderstoodQuery } from './understand-query.ts';

/** A site's articles in one language, ready to be searched; the same in browsers and on the server. */
export interface ArticleIndex {
  index: PackedIndex;
  language: Language;
  synonyms: Synonyms;
  /** Words that go with many matters and tell little of one. */
  light: ReadonlySet<string>;
}

/** @throws whatever `read` throws */
export async function openIndex(locale: string, read: ReadFile): Promise<ArticleIndex> {
  const opening = PackedIndex.open(locale, read);
  const filler = opening.then(({ root }) => root.filler);
  const [index, language] = await Promise.all([opening, loadLanguage(locale, filler)]);
  const { rules, light } = index.root;
  return { index, language, synonyms: readySynonyms(rules, language), light: new Set(light) };
}

/** How well a query can be answered by the articles of an index. */
export const judgeAnswerIn = (
  { index, light }: ArticleIndex,
  understood: UnderstoodQuery,
): AnswerJudgement =>
  judgeAnswer(understood, {
    sectionsWith: (term) => index.term(term)?.sections ?? [],
    isLight: (word) => light.has(word),
  });
