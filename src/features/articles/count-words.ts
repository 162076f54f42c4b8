/** Languages written without spaces between words, for which only a dictionary can tell them apart. */
const UNSPACED = new Set(['ja', 'zh', 'yue', 'th', 'lo', 'km', 'my', 'bo', 'dz']);

const WORD = /[\p{L}\p{N}][^\s]*/gu;

/** A counter of words for texts in `locale`. */
export function wordCounter(locale: string): (text: string) => number {
  if (!UNSPACED.has(locale.split('-')[0] ?? '')) return (text) => text.match(WORD)?.length ?? 0;
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return (text) => {
    let words = 0;
    for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
    return words;
  };
}
