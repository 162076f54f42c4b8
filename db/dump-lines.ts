import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/**
 * A line that is no row: the head with the migrations that the rows fit, the table that the rows
 * after it belong to, and the end with the number of rows, without which a dump was cut off.
 */
export type DumpLine =
  ['helpmark', version: 1, migrations: string[]] | ['table', name: string] | ['end', rows: number];

/** The file is no dump, is cut off, or was made by a newer Helpmark. */
export class DumpError extends Error {
  override name = 'DumpError';
}

export const writeLine = (line: DumpLine) => `${JSON.stringify(line)}\n`;

/** A row as JSON text, or one of our own lines. */
export async function* readLines(file: string): AsyncGenerator<string | DumpLine> {
  const source = createReadStream(file);
  const unzipped = source.pipe(createGunzip());
  source.once('error', (error) => unzipped.destroy(error));
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Infinity })) {
      yield line.startsWith('[') ? (JSON.parse(line) as DumpLine) : line;
    }
  } catch (error) {
    throw new DumpError(
      `${file} cannot be read as a dump of Helpmark: ${(error as Error).message}`,
    );
  }
}

/**
 * Reads a dump to its end.
 * @returns the migrations that its rows fit
 * @throws DumpError when it is none or not whole
 */
export async function inspectDump(file: string): Promise<string[]> {
  let migrations: string[] | undefined;
  let promised: number | undefined;
  let rows = 0;
  for await (const line of readLines(file)) {
    if (typeof line === 'string') rows += 1;
    else if (line[0] === 'helpmark') migrations = line[2];
    else if (line[0] === 'end') promised = line[1];
    if (!migrations) break;
  }
  if (!migrations) throw new DumpError(`${file} is no dump of Helpmark`);
  if (promised !== rows) throw new DumpError(`${file} is not whole`);
  return migrations;
}
