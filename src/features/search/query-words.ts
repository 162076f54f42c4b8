/** A word of a text: plain, or one that is written with signs in it and read in parts, too. */
export interface Written {
  word: string;
  /** Of `duck.ai`, `e-mail` or `two_factor`; empty for a plain word. */
  parts: string[];
}

/** A word, with the signs in it. */
export const WORD = /[\p{L}\p{N}\p{M}]+(?:['’._-][\p{L}\p{N}\p{M}]+)*/gu;
const SIGNS = /[._-]/;
const APOSTROPHES = /['’]/g;
/** A run of scripts that are written without spaces between words. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;

/**
 * The words of a text in their order, in small letters. Where no spaces stand between words, each
 * two signs that follow each other are one: no dictionary is asked, since those of browsers and of
 * Node differ, and what is indexed by one must be found by the other.
 */
export function wordsIn(text: string): Written[] {
  const words: Written[] = [];
  // Small letters may have to be put together anew.
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFKC');
  const isSpaced = plain.search(UNSPACED) === -1;
  for (const [match] of plain.matchAll(WORD)) {
    if (isSpaced) {
      addSpaced(words, match);
      continue;
    }
    let at = 0;
    for (const run of match.matchAll(UNSPACED)) {
      addSpaced(words, match.slice(at, run.index));
      addUnspaced(words, run[0]);
      at = run.index + run[0].length;
    }
    addSpaced(words, match.slice(at));
  }
  return words;
}

function addSpaced(words: Written[], run: string): void {
  const written = run.replaceAll(APOSTROPHES, '');
  if (written !== '' && !SIGNS.test(written)) {
    words.push({ word: written, parts: [] });
    return;
  }
  const parts = written.split(SIGNS).filter(Boolean);
  if (parts.length === 0) return;
  if (parts.length === 1) words.push({ word: parts[0]!, parts: [] });
  // "e-mail" is "email" to many; a host's name stays one.
  else words.push({ word: parts.join(written.includes('-') ? '' : '.'), parts });
}

function addUnspaced(words: Written[], run: string): void {
  const signs = [...run];
  if (signs.length === 1) words.push({ word: run, parts: [] });
  for (let at = 1; at < signs.length; at += 1) {
    words.push({ word: signs[at - 1]! + signs[at]!, parts: [] });
  }
}
