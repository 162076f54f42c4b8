/** Languages written without spaces between words, for which only a dictionary can tell them apart. */
const UNSPACED = new Set(['ja', 'zh', 'yue', 'th', 'lo', 'km', 'my', 'bo', 'dz']);

const WORD = /[\p{L}\p{N}][^\s]*/gu;
const TERM = /[\p{L}\p{N}]{3,}/gu;

const isUnspaced = (locale: string) => UNSPACED.has(locale.split('-')[0] ?? '');

/** A counter of words for texts in `locale`. */
export function wordCounter(locale: string): (text: string) => number {
  if (!isUnspaced(locale)) return (text) => text.match(WORD)?.length ?? 0;
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return (text) => {
    let words = 0;
    for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
    return words;
  };
}

/** Splits texts in `locale` into the words that say what they are about: in lower case, without short ones. */
export function termSplitter(locale: string): (text: string) => string[] {
  if (!isUnspaced(locale)) return (text) => text.toLowerCase().match(TERM) ?? [];
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return (text) =>
    [...segmenter.segment(text.toLowerCase())]
      .filter(({ segment, isWordLike }) => isWordLike && segment.length > 1)
      .map(({ segment }) => segment);
}
