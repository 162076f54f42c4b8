import path from 'node:path';
import type { Reference } from './body-facts.ts';
import { nearest } from './nearest.ts';
import type { Complaint, ReferencePlace } from './reference-place.ts';
import { relativePath } from './relative-path.ts';

const HOST =
  /^(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|io|dev|app|de|co|eu|gov|edu)(?:[/?#]|$)/i;

/** What a path to a file that is not there was probably meant to be. */
export function missingFile(
  file: string,
  url: string,
  use: Reference['use'],
  { writtenIn, index, files }: ReferencePlace,
): Complaint {
  const what = `there is no file ${file}`;
  if (HOST.test(url)) return [what, `put https:// before it if ${url} is a website`];
  const [, locale = '', category = '', name = ''] =
    /^articles\/([^/]+)\/([^/]+)\/([^/]+?)(?:\.html?)?$/.exec(file) ?? [];
  if (use === 'link' && name && index.find(locale, category, name)) {
    const article = `articles/${locale}/${category}/${name}.md`;
    return [what, `write ${relativePath(writtenIn, article)}`];
  }
  const base = path.posix.basename(file);
  const others = [...files].filter(
    (other) => path.posix.extname(other) === path.posix.extname(file),
  );
  const sameName = others.find((other) => path.posix.basename(other) === base);
  const guess = sameName ?? nearest(file, others);
  const todo = guess
    ? `write ${relativePath(writtenIn, guess)} if you meant that`
    : 'correct the path';
  return [what, todo];
}
