/** Shorter ones are in every text. */
const SHORTEST = 4;
const LONGEST = 30;
/** What stands further down is detail. */
const READ = 2_000;

/**
 * The words of a text that say most about it: the long ones, in their order, each once.
 * @param most how many at most
 */
export function tellingWords(text: string, most: number): string[] {
  const all = text
    .slice(0, READ)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST)
    .map((word) => word.slice(0, LONGEST));
  const unique = [...new Set(all)];
  const longest = new Set(unique.toSorted((a, b) => b.length - a.length).slice(0, most));
  return unique.filter((word) => longest.has(word));
}

/** Each word costs a search; those of the title count for more. */
const MOST = { title: 5, body: 3 };

/** The words by which articles are looked for that may answer a question. */
export const questionWords = (title: string, body: string): string[] => [
  ...new Set([...tellingWords(title, MOST.title), ...tellingWords(body, MOST.body)]),
];
