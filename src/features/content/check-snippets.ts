import type { Fault } from './content.ts';
import { warning } from './faults.ts';
import { expandSnippets, type SnippetShelf } from './snippets.ts';

/** Checks the snippets that no article includes. Has to be called after all articles were read. */
export function checkUnusedSnippets(shelf: SnippetShelf): Fault[] {
  const unused = [...shelf.byName.values()].filter(({ file }) => !shelf.used.has(file));
  return unused.flatMap((snippet) => {
    const faults: Fault[] = [
      warning(snippet.file, 1, 'no article includes this snippet', 'use it or remove it'),
    ];
    // One that includes itself is faulty whoever uses it.
    expandSnippets({ ...snippet, body: snippet.text, bodyLine: 1 }, shelf, faults);
    return faults;
  });
}
