import type { Fault } from './content.ts';
import type { ContentFiles } from './content-files.ts';
import { error } from './faults.ts';
import { readText } from './read-text.ts';
import type { SnippetShelf } from './snippets.ts';

/** Reads every snippet; which of them are used shows when articles are read. */
export function readSnippets(
  dir: string,
  files: ContentFiles,
  defaultLocale: string,
  faults: Fault[],
): SnippetShelf {
  const snippets = files.snippets.map((place) => {
    const text = readText(dir, place.file, faults).trimEnd();
    if (/^---[ \t]*\n/.test(text)) {
      const what = 'a snippet has no front matter';
      faults.push(error(place.file, 1, what, 'begin the file with its text'));
    }
    return { ...place, text };
  });
  return {
    byName: new Map(snippets.map((one) => [`${one.locale}/${one.name}`, one])),
    defaultLocale,
    used: new Set(),
  };
}
