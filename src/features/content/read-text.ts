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
  const bytes = readBytes(dir, file, faults);
  if (!isUtf8(bytes)) faults.push(notUtf8(file, bytes));
  const text = decode(bytes).replace(/^\uFEFF/, '');
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function readBytes(dir: string, file: string, faults: Fault[]): Buffer {
  try {
    return readFileSync(path.join(dir, file));
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    faults.push(error(file, 1, `this file cannot be read (${code})`, 'check who may read it'));
    return Buffer.alloc(0);
  }
}

/** UTF-16 is what some editors on Windows write; read rightly, it hides no other fault. */
function utf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function decode(bytes: Buffer): string {
  const encoding = utf16(bytes);
  return encoding ? new TextDecoder(encoding).decode(bytes) : bytes.toString('utf8');
}

function notUtf8(file: string, bytes: Buffer): Fault {
  const todo = 'save the file as UTF-8 in your editor';
  return utf16(bytes)
    ? error(file, 1, 'this file is saved as UTF-16, not as UTF-8', todo)
    : error(file, firstBadLine(bytes), 'this line has a character that is not UTF-8', todo);
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
