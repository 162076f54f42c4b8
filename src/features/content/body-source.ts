import type { Article } from './article.ts';

/** Where line `line` (from 1) of an article's body stands: in the article, or in a snippet. */
export function bodySource(
  article: Pick<Article, 'file' | 'bodyLine' | 'bodySpans'>,
  line: number,
): { file: string; line: number } {
  const span = article.bodySpans?.findLast(({ start }) => start <= line) ?? {
    start: 1,
    file: article.file,
    line: article.bodyLine,
  };
  return { file: span.file, line: span.line + line - span.start };
}
