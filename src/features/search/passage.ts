/** A stretch of text that does or does not match the query; never HTML. */
export interface Piece {
  text: string;
  mark: boolean;
}

/** A matching word of an article: its place among the words, and how much it counts. */
export interface Match {
  at: number;
  score: number;
}

/** The words of an article in the order of its text, as the index counts them. */
export interface Words {
  list: string[];
  /** What stood between two words: nothing in languages written without spaces. */
  gap: string;
  /** What the reader searched for, word by word, in lower case. */
  said: string[];
}

/** Length of an excerpt in characters; a character says more where there are no spaces. */
const LENGTH = { spaced: 170, unspaced: 90 };
/** At most so many characters stand before the first matching word. */
const LEAD = { spaced: 50, unspaced: 25 };
const SENTENCE_END = /[.!?…。！？؟]["'”»」』)]*$/u;
const ZERO_WIDTH_SPACE = '\u200B';
/** Stands between the parts of an address, a file's name or a setting. */
const SEPARATOR = /[^\p{L}\p{N}\p{M}'’]+/u;

/** Splits the text of an index fragment as Pagefind counted its words. */
export function wordsOf(content: string, said: string[] = []): Words {
  const unspaced = content.includes(ZERO_WIDTH_SPACE);
  const list = unspaced ? content.split(ZERO_WIDTH_SPACE) : content.split(/[^\S\uFEFF]+/);
  return { list: list, gap: unspaced ? '' : ' ', said };
}

/** Words from `from` up to (not including) `to`, with the matching ones marked. */
export function piecesOf(words: Words, from: number, to: number, matches: Match[]): Piece[] {
  const matching = new Set(matches.map(({ at }) => at));
  const pieces: Piece[] = [];
  const add = (text: string, mark: boolean) => {
    if (text === '') return;
    const last = pieces.at(-1);
    if (last?.mark === mark) last.text += text;
    else pieces.push({ text, mark });
  };
  for (let at = from; at < Math.min(to, words.list.length); at++) {
    const word = words.list[at] ?? '';
    const gap = at === from ? '' : words.gap;
    // Punctuation around a word is no part of the match.
    const [, before = '', core = '', after = ''] =
      /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word) ?? [];
    if (!matching.has(at)) add(gap + word, false);
    else {
      // Neighbouring matches read as one.
      add(gap + before, before === '' && pieces.at(-1)?.mark === true);
      for (const { text, mark } of partsOf(core, words.said)) add(text, mark);
      add(after, false);
    }
  }
  return trimEnds(pieces);
}

/** A text with those of its words marked that some begin alike with. */
export function markPieces(text: string, said: string[]): Piece[] {
  const words = { list: text.split(' '), gap: ' ', said };
  const matches = words.list.flatMap((word, at) => {
    const core = word.toLowerCase().split(SEPARATOR).filter(Boolean);
    return core.some((part) => said.some((one) => isAkin(part, one))) ? [{ at, score: 1 }] : [];
  });
  return piecesOf(words, 0, words.list.length, matches);
}

/** Of a word that is made of others, such as a path, only the matching ones are marked. */
function partsOf(word: string, said: string[]): Piece[] {
  const whole = [{ text: word, mark: true }];
  const parts = word.split(SEPARATOR);
  const matching = parts.map((part) => said.some((term) => isAkin(part.toLowerCase(), term)));
  if (matching.every(Boolean) || !matching.some(Boolean)) return whole;
  const separators = word.match(new RegExp(SEPARATOR, 'gu')) ?? [];
  return parts.flatMap((text, at) => [
    { text, mark: matching[at] === true },
    { text: separators[at] ?? '', mark: false },
  ]);
}

/** The index compares stems; here it is enough that two words begin alike. */
function isAkin(word: string, term: string): boolean {
  if (word.startsWith(term)) return true;
  let alike = 0;
  while (alike < word.length && word[alike] === term[alike]) alike++;
  return alike >= 4 && alike >= term.length - 3;
}

function trimEnds(pieces: Piece[]): Piece[] {
  const first = pieces[0];
  if (first) first.text = first.text.trimStart();
  const last = pieces.at(-1);
  if (last) last.text = last.text.trimEnd();
  return pieces.filter(({ text }) => text !== '');
}

/**
 * The stretch between two words that says most about the matches in it, about two lines long,
 * with an ellipsis where text was left out. Without a match, it is the beginning.
 */
export function excerptOf(words: Words, from: number, to: number, matches: Match[]): Piece[] {
  const limit = words.gap === '' ? LENGTH.unspaced : LENGTH.spaced;
  const length = (at: number) => (words.list[at] ?? '').length + words.gap.length;
  const endAfter = (start: number) => {
    let end = start;
    for (let used = 0; end < to && used + length(end) <= limit; end++) used += length(end);
    return Math.max(end, Math.min(start + 1, to));
  };

  let best = { start: from, score: -1 };
  const inside = matches.filter(({ at }) => at >= from && at < to);
  for (const [index, { at }] of inside.entries()) {
    const end = endAfter(at);
    let score = 0;
    for (let other = index; (inside[other]?.at ?? to) < end; other++)
      score += inside[other]?.score ?? 0;
    if (score > best.score) best = { start: at, score };
  }

  const start = endAfter(from) > best.start ? from : leadIn(words, from, best.start);
  const end = endAfter(start);
  const pieces = piecesOf(words, start, end, inside);
  if (pieces.length === 0) return [];
  if (start > from) pieces.unshift({ text: `… `, mark: false });
  if (end < to) pieces.push({ text: ' …', mark: false });
  return pieces;
}

/** Steps back from a match to the start of its sentence, or by a few words. */
function leadIn(words: Words, from: number, match: number): number {
  let room = words.gap === '' ? LEAD.unspaced : LEAD.spaced;
  let start = match;
  while (start > from) {
    const before = words.list[start - 1] ?? '';
    room -= before.length + words.gap.length;
    if (room < 0 || SENTENCE_END.test(before.trimEnd())) break;
    start--;
  }
  return start;
}

/** The words of a title without the full stop that the index puts after it. */
export function titlePieces(
  words: Words,
  from: number,
  to: number,
  title: string,
  matches: Match[],
): Piece[] {
  if (to === from) return [{ text: title, mark: false }];
  const pieces = piecesOf(words, from, to, matches);
  const last = pieces.at(-1);
  if (last && !title.trimEnd().endsWith('.')) last.text = last.text.replace(/\s*\.$/, '');
  return pieces.filter(({ text }) => text !== '');
}

/**
 * Where the words of `title` end if the text has them at `from`; `from` itself if it has not.
 * The index splits titles in its own way, so they are compared without spaces.
 */
export function endOfTitle(words: Words, from: number, title: string): number {
  const wanted = title.replaceAll(/[\s\u200B]+/g, '');
  let read = '';
  let at = from;
  while (at < words.list.length && read.length < wanted.length) {
    read += (words.list[at] ?? '').replaceAll(/\s+/g, '');
    at++;
  }
  if (!read.startsWith(wanted)) return from;
  // The index closes a title with a full stop of its own, which may count as a word.
  return /^\s*\.\s*$/.test(words.list[at] ?? '') ? at + 1 : at;
}
