import type { MatchQuality } from '#src/features/events/event.ts';

/** Letters that two forms of a word have in common at the beginning, at least. */
const ALIKE = 4;
/** Letters that a form may add to what they have in common, as "-ing" does. */
const ENDING = 3;
const SIGNS = /[^\p{L}\p{N}]+/u;
/** Scripts that write words without spaces between them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Without case, accents and points: the index does not tell them apart either. */
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text, folded; where nothing stands between them, as the language has them. */
function wordsIn(text: string): string[] {
  return fold(text)
    .split(SIGNS)
    .filter((word) => word !== '')
    .flatMap((word) =>
      UNSPACED.test(word)
        ? [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(word)].map(
            ({ segment }) => segment,
          )
        : [word],
    );
}

/** Whether a word of a text is one that was asked for, or a form of it, or has it in it. */
function isForm(word: string, asked: string): boolean {
  if (word.includes(asked) || (word.length >= ALIKE && asked.includes(word))) return true;
  if (UNSPACED.test(word)) return asked.includes(word);
  let alike = 0;
  while (alike < word.length && word[alike] === asked[alike]) alike += 1;
  return alike >= ALIKE && alike >= asked.length - ENDING;
}

/**
 * How well a search was served. For a word that no article has the engine takes ever shorter
 * beginnings of it, so that what it found need not be what was meant: it is good when some result has
 * all the words, be it in another form.
 * @param found of each result the words that made it one
 */
export function matchQuality(query: string, found: string[][]): MatchQuality {
  if (found.length === 0) return 'none';
  const asked = wordsIn(query);
  const isGood = found.some((words) => {
    const had = wordsIn(words.join(' '));
    return asked.length > 0 && asked.every((one) => had.some((word) => isForm(word, one)));
  });
  return isGood ? 'good' : 'partial';
}
