const SHORTEST = 3;
const LONGEST = 30;

/** No address of mail, no path and no name in another place's manner has one inside. */
const SHAPE = /(?<![\w@/.+\-\p{Script=Latin}])@([a-z0-9]+(?:-[a-z0-9]+)*)(?![\w@/]|-[a-z0-9])/giu;

/** A handle in a text, with the places of its `@` and of what follows it. */
export interface Mention {
  /** In small letters. */
  handle: string;
  start: number;
  end: number;
}

/** Every `@handle` in a plain text, in its order. Whether such a member exists is not known here. */
export const mentionsOfText = (text: string): Mention[] =>
  [...text.matchAll(SHAPE)]
    .map(({ 0: found, 1: handle = '', index }) => ({
      handle: handle.toLowerCase(),
      start: index,
      end: index + found.length,
    }))
    .filter(({ handle }) => handle.length >= SHORTEST && handle.length <= LONGEST);
