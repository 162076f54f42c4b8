import { distance } from 'fastest-levenshtein';

/** Below this many letters a word is too short to tell what was meant. */
const LEAST_LETTERS = 4;
/** In words of so many letters, letters are swapped, missing or too many, but not taken for others. */
const SHORT = 4;
/** From so many letters on, two slips are forgiven; with one less, where so many at first are right. */
const TWO_SLIPS = 8;
const SURE = 3;

/** Whether two neighbouring letters have changed places, which counts as one slip. */
export function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/**
 * The word of a site that is most likely meant by one that it does not have: as few slips as
 * possible, the same first letter, and of equals the one that stands there more often.
 * @param vocabulary the site's words, with the logarithm to base 2 of how often each is there
 * @returns undefined when none is close enough, and for what may be a name or a number
 */
export function correctSpelling(
  word: string,
  vocabulary: ReadonlyMap<string, number>,
): string | undefined {
  if (word.length < LEAST_LETTERS || /\d/.test(word) || vocabulary.has(word)) return undefined;
  const most = word.length >= TWO_SLIPS - 1 ? 2 : 1;
  let best: { word: string; cost: number } | undefined;
  for (const [known, times] of vocabulary) {
    if (known.length < LEAST_LETTERS - 1 || Math.abs(known.length - word.length) > most) continue;
    const isSwap = isSwapped(word, known);
    // In a short word another letter makes another word: "dead" is not "deal".
    if (!isSwap && word.length <= SHORT && known.length === word.length) continue;
    const slips = isSwap ? 1 : distance(word, known);
    if (slips > most) continue;
    if (slips > 1 && word.length < TWO_SLIPS && !word.startsWith(known.slice(0, SURE))) continue;
    const beginning = known[0] === word[0] ? 0.4 : 0;
    const cost = slips - beginning - Math.min(0.5, times * 0.045);
    const isBetter = !best || cost < best.cost || (cost === best.cost && known < best.word);
    if (isBetter) best = { word: known, cost };
  }
  return best?.word;
}
