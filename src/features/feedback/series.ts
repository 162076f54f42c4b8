import { diffArrays } from 'diff';

/** An edit that changes this share of the words or more begins a new series. */
const NEW_SERIES_SHARE = 0.05;

// Where words are written without spaces, each character counts as one: cutting them apart would
// need a dictionary, and the same text would count differently with the next edition of it.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]|[\p{L}\p{N}\p{M}]+/gu;

/** The words of a Markdown body in order, without marks and punctuation. */
export function wordsOf(body: string): string[] {
  return body.normalize('NFC').match(WORD) ?? [];
}

/** How many of `words` are in excess of those in `others`, wherever they stand. */
function surplus(words: string[], others: string[]): number {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let count = 0;
  for (const word of words) {
    const available = left.get(word) ?? 0;
    if (available === 0) count += 1;
    else left.set(word, available - 1);
  }
  return count;
}

/**
 * Whether an edit is so small that its readers' votes are counted together with those before.
 *
 * Counted are the words that a shortest list of insertions and deletions takes out and puts in. An
 * exchanged word is both, and must not count twice, so the larger of the two numbers is the
 * change, and it is compared with the longer of the two texts. Moving a paragraph changes its
 * words; punctuation, spaces and Markdown's marks change nothing.
 */
export function continuesSeries(before: string[], after: string[]): boolean {
  const longer = Math.max(before.length, after.length);
  if (longer === 0) return true;
  const tooMany = NEW_SERIES_SHARE * longer;
  // Words that must change wherever they stand settle most large edits without a comparison.
  if (Math.max(surplus(before, after), surplus(after, before)) >= tooMany) return false;
  // Past this many steps the larger of the two numbers has reached the bound, whatever comes.
  const changes = diffArrays(before, after, { maxEditLength: Math.ceil(2 * tooMany) });
  if (!changes) return false;
  let removed = 0;
  let added = 0;
  for (const change of changes) {
    if (change.removed) removed += change.count;
    if (change.added) added += change.count;
  }
  return Math.max(removed, added) < tooMany;
}
