import type { ArticleIndex } from './article-index.ts';

/** What is wrong with a reference, and what to do. */
export type Complaint = [what: string, todo: string];

/** Where a reference stands, and what it may lead to. */
export interface ReferencePlace {
  /** The file from which relative paths start. */
  fromFile: string;
  /** The file in which the writer has to mend it: that one, or a snippet. */
  writtenIn: string;
  index: ArticleIndex;
  /** Every file of the content folder. */
  files: Set<string>;
}
