import type { ArticleIndex } from './article-index.ts';
import { bodySource } from './body-source.ts';
import { checkFiles } from './check-files.ts';
import { checkFrontMatter } from './check-front-matter.ts';
import { checkRedirects } from './check-redirects.ts';
import { checkReference } from './check-references.ts';
import { checkUnusedSnippets } from './check-snippets.ts';
import type { Author, Fault } from './content.ts';
import type { ContentFiles } from './content-files.ts';
import { error } from './faults.ts';
import type { ReadCommunity } from './read-community.ts';
import type { ReadNotice } from './read-notices.ts';
import type { SnippetShelf } from './snippets.ts';

/** A content folder after each of its files was read by itself. */
export interface ReadFolder {
  files: ContentFiles;
  index: ArticleIndex;
  authors: Map<string, Author> | undefined;
  snippets: SnippetShelf;
  notices: ReadNotice[];
  community: ReadCommunity;
}

/** The faults that only show when the files of a folder are held against each other. */
export function checkContent(folder: ReadFolder): Fault[] {
  const { files, index, authors } = folder;
  const faults = [
    ...checkFiles(files, index.site),
    ...checkRedirects(index),
    ...checkUnusedSnippets(folder.snippets),
  ];
  for (const read of index.shown) {
    faults.push(...checkFrontMatter(read, index, authors));
    for (const reference of read.references) {
      const { file, line } = bodySource(read.article, reference.line);
      const place = { fromFile: read.article.file, writtenIn: file, index, files: files.all };
      const complaint = checkReference(reference, place);
      if (complaint) faults.push(error(file, line, ...complaint));
    }
  }
  for (const { file, bodyLine, references } of [...folder.notices, ...folder.community.texts]) {
    for (const reference of references) {
      const place = { fromFile: file, writtenIn: file, index, files: files.all };
      const complaint = checkReference(reference, place);
      if (complaint) faults.push(error(file, bodyLine + reference.line - 1, ...complaint));
    }
  }
  return faults;
}
