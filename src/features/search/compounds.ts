/** Languages that write several words as one. */
const COMPOUNDING = new Set(['da', 'de', 'fi', 'nb', 'nl', 'no', 'sv']);
/** Fewer letters make no part: nearly every word begins or ends with some of them. */
const SHORTEST_PART = 4;
/** More letters are no word. */
const LONGEST = 60;
/** What may stand between two parts, as in "Verbindung-s-fehler". */
const JOINTS = ['', 's', 'es', 'n', 'en', 'e', 'er'];

/** Whether the language of a locale writes several words as one. */
export const hasCompounds = (locale: string): boolean =>
  COMPOUNDING.has(locale.split('-')[0] ?? '');

/**
 * The words that a compound is made of, of those that a site writes alone, too: as few as possible,
 * and of equals those with the longest at the end, which says what the whole is.
 * @returns nothing for a word that is no compound of such words
 */
export function splitCompound(word: string, known: { has(word: string): boolean }): string[] {
  if (word.length > LONGEST) return [];
  let best: string[] = [];
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
    const start = withoutJoint(word.slice(0, at), known);
    if (start === undefined) continue;
    const end = word.slice(at);
    const rest = known.has(end) ? [end] : splitCompound(end, known);
    if (rest.length > 0 && (best.length === 0 || rest.length + 1 < best.length)) {
      best = [start, ...rest];
    }
  }
  return best;
}

/** The word that a beginning is, be it with a joint. */
function withoutJoint(start: string, known: { has(word: string): boolean }): string | undefined {
  return JOINTS.filter((joint) => start.endsWith(joint))
    .map((joint) => start.slice(0, start.length - joint.length))
    .find((bare) => bare.length >= SHORTEST_PART && known.has(bare));
}
