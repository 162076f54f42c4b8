import fs from 'node:fs';
import type { Kysely } from 'kysely';
import { DumpError } from './dump-lines.ts';
import { dump } from './dump.ts';
import { migrate } from './migrate.ts';
import { empty } from './reset.ts';
import { restore } from './restore.ts';
import { removeExamples, SeedError, seedOnce, type SeedTools } from './seed.ts';

export const usage = `npm run db -- <command>

  migrate         brings the tables to the newest form
  seed demo       adds example votes of invented readers, once, to look around with
  seed community  adds invented members with their questions and answers, once; their password
                  lies in DATA_DIR/example-password
  unseed          takes the example votes away
  seed volume     adds a million votes, once, to measure with
  seed community-volume
                  adds 100,000 questions with 600,000 answers, once, to measure with
  reset --yes     deletes all data and begins anew
  dump <file>     writes all data into a file, while the site may run
  restore <file> --yes
                  puts a dump in the place of all data`;

/** The command line is wrong, or a file is; the message is for the person who typed it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Commands that the site must not run beside. */
export const isDestructive = (command: string | undefined) =>
  command === 'reset' || command === 'restore';

/** Commands that leave the database as it is. */
export const isReading = (command: string | undefined) => command === 'dump';

const list = (names: string[], none: string) => (names.length > 0 ? names.join('\n') : none);

type Command = (db: Kysely<any>, file: string, now: Date, tools: SeedTools) => Promise<string>;

const commands: Record<string, Command> = {
  migrate: async (db) => list(await migrate(db), 'The database is up to date.'),
  async seed(db, name, now, tools) {
    await migrate(db);
    try {
      const isNew = await seedOnce(db, name, now, tools);
      return isNew ? `${name} is sown.` : `${name} was sown before; nothing has changed.`;
    } catch (error) {
      if (error instanceof SeedError) throw new UsageError(error.message);
      throw error;
    }
  },
  async unseed(db) {
    await migrate(db);
    return `${await removeExamples(db)} example votes are gone.`;
  },
  async reset(db) {
    await empty(db);
    await migrate(db);
    return 'The database is empty.';
  },
  async dump(db, file) {
    await dump(db, file);
    return `All data is in ${file} (${fs.statSync(file).size} bytes).`;
  },
  restore: async (db, file) => `${await restored(db, file)} rows were restored from ${file}.`,
};

async function restored(db: Kysely<any>, file: string): Promise<number> {
  try {
    return await restore(db, file);
  } catch (error) {
    if (error instanceof DumpError) throw new UsageError(`${error.message}. Nothing was changed.`);
    throw error;
  }
}

/**
 * Understands a command line without touching any database.
 * @returns carries the command out and resolves to what to tell the person who gave it
 * @throws UsageError for a command line that cannot be followed
 */
export function readDatabaseCommand(
  [name = '', file = '']: string[],
  { yes }: { yes: boolean },
): (db: Kysely<any>, now: Date, tools: SeedTools) => Promise<string> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(usage);
  if (!file && (name === 'dump' || name === 'restore')) {
    throw new UsageError(`Which file? npm run db -- ${name} <file>`);
  }
  if (isDestructive(name) && !yes) {
    throw new UsageError(
      `"${name}" deletes what the database holds now; add --yes if you mean it.`,
    );
  }
  return (db, now, tools) => command(db, file, now, tools);
}
