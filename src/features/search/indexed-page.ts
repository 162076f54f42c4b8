import type { Language } from './language.ts';
import { wordsOf, type Words } from './passage.ts';
import { termsOf } from './terms.ts';

/** What Pagefind's index keeps of an article. */
export interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: { element: string; id: string; text: string; location: number }[];
}

/** An article as results are described by it. */
export interface IndexedPage {
  url: string;
  title: string;
  words: Words;
  /** Of each word its terms, in their order. */
  terms: string[][];
  /** The headings of its sections, with their places among the words. */
  headings: { id: string; text: string; location: number }[];
}

/** What Pagefind puts before the text of a file, to tell whether it is uncompressed. */
const SIGN = 'pagefind_dcd';

/**
 * Reads files of Pagefind's, uncompressed. The terms of a word are found once for all of them: pages
 * of one site say mostly the same words, and a key press that brings six new pages must not wait.
 */
export function pageReader(language: Language): (bytes: Uint8Array) => IndexedPage {
  const known = new Map<string, string[]>();
  const termsOfWord = (word: string) => {
    let terms = known.get(word);
    if (!terms) known.set(word, (terms = termsOf(word, language)));
    return terms;
  };
  return (bytes) => {
    const text = new TextDecoder().decode(bytes);
    const { url, content, meta, anchors } = JSON.parse(
      text.startsWith(SIGN) ? text.slice(SIGN.length) : text,
    ) as Fragment;
    const path = url.replace(/(\/index)?\.html$/, '') || '/';
    const words = wordsOf(content);
    return {
      url: path,
      title: meta['title'] ?? path,
      words,
      terms: words.list.map(termsOfWord),
      headings: anchors
        .filter(({ element, text }) => /^h[2-4]$/.test(element) && text.trim() !== '')
        .toSorted((a, b) => a.location - b.location),
    };
  };
}
