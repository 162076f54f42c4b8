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
  const { dir, base, ext } = path.posix.parse(file);
  const alike = [...files].filter((other) => other.endsWith(ext));
  const guess =
    nearest(
      file,
      alike.filter((other) => path.posix.dirname(other) === dir),
    ) ?? alike.find((other) => path.posix.basename(other) === base);
  const todo = guess
    ? `write ${relativePath(writtenIn, guess)} if you meant that`
    : 'correct the path';
  return [what, todo];
}
