import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from './content.ts';
import { error } from './faults.ts';

/**
 * The text of a file of the content folder, with `\n` line ends and without a byte order mark.
 * A file that is not UTF-8 is reported, and returned as far as it can be read.
 * Synchronous on purpose: for thousands of small files, threads cost several times what they save.
 */
export function readText(dir: string, file: string, faults: Fault[]): string {
  const bytes = readFileSync(path.join(dir, file));
  if (!isUtf8(bytes)) faults.push(notUtf8(file, bytes));
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function notUtf8(file: string, bytes: Buffer): Fault {
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const what = utf16
    ? 'this file is saved as UTF-16, not as UTF-8'
    : 'this line has a character that is not UTF-8';
  return error(
    file,
    utf16 ? 1 : firstBadLine(bytes),
    what,
    'save the file as UTF-8 in your editor',
  );
}

function firstBadLine(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start), line++) {
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}
