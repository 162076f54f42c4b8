/** A picture that can be shown in a text. */
export interface AddedImage {
  /** Its path. */
  url: string;
  /** In pixels. */
  width: number;
  height: number;
  /** What shows it, for the text. */
  markdown: string;
}

const LONGEST_NAME = 60;

/**
 * A picture in Markdown, described by what its file was called until somebody writes better.
 * @param otherwise what it is called without a name
 */
export function imageMarkdown(url: string, fileName: string, otherwise: string): string {
  const name = fileName
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    // What is left cannot end the brackets, nor say anything else in Markdown.
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return `![${[...name].slice(0, LONGEST_NAME).join('') || otherwise}](${url})`;
}

/** A text with a picture below it. */
export const withImage = (body: string, { markdown }: AddedImage): string =>
  `${body.trimEnd()}${body.trim() === '' ? '' : '\n\n'}${markdown}\n`;
