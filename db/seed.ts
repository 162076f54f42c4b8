import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Database, FlagsTable, MembersTable } from './schema.ts';

/** A text that members read, and the question that it is or belongs to. */
export interface SeedText {
  noun: FlagsTable['noun'];
  id: number;
  questionId: number;
}

/** Who does something in a seed. */
export interface SeedActor {
  id: number;
  handle: string;
  name: string;
  role: Selectable<MembersTable>['role'];
}

/** What an invented member has written or done, as those hear of it who follow. */
export type SeedNews = { questionId: number; byId: number } & (
  | { kind: 'question-asked' }
  | { kind: 'answer-given' | 'answer-accepted'; answerId: number }
  | { kind: 'comment-written'; commentId: number }
);

/** What an invented member does as if they had used the site, with all that follows from it. */
export interface SeedDeeds {
  ask(question: {
    category: string;
    title: string;
    body: string;
    tags: string[];
  }): Promise<SeedText>;
  answer(question: SeedText, body: string): Promise<SeedText>;
  /** @param below a question or an answer */
  comment(below: SeedText, body: string): Promise<SeedText>;
  flag(text: SeedText, reason: FlagsTable['reason'], note: string): Promise<void>;
  /** Takes an item of the moderators' queue to look at it. */
  take(itemId: number): Promise<void>;
  decide(itemId: number, decision: 'keep' | 'hide' | 'remove', reason: string): Promise<void>;
  change(text: SeedText, deed: 'lock' | 'pin', reason: string): Promise<void>;
  move(question: SeedText, category: string, reason: string): Promise<void>;
  repeat(question: SeedText, canonical: SeedText): Promise<void>;
  /** Warns a member, or suspends them for good. */
  sanction(memberId: number, kind: 'warning' | 'suspension', reason: string): Promise<void>;
  undo(eventId: number): Promise<void>;
}

/** What a seed needs of the house above, which it does not know. */
export interface SeedTools {
  /** HTML of what a member has written in Markdown. */
  render(trx: Transaction<Database>, markdown: string): Promise<string>;
  /** Tells those who follow of what is in the tables already. */
  tell(trx: Transaction<Database>, news: SeedNews, at: Date): Promise<void>;
  /** The deeds that `actor` can do at a moment of the past; nothing of them is left to be done. */
  actAs(trx: Transaction<Database>, actor: SeedActor, at: Date): SeedDeeds;
  /** Hash of the password that all invented members share. */
  passwordHash(): Promise<string>;
  /** Tells the person at the terminal how far it is. */
  say(line: string): void;
}

/** What a file in `seeds/` exports. */
interface Seed {
  /** @param now the moment that everything sown is dated by */
  sow(trx: Transaction<Database>, now: Date, tools: SeedTools): Promise<void>;
}

const folder = path.join(import.meta.dirname, 'seeds');

/** What was asked for cannot be sown; the message is for the person who asked. */
export class SeedError extends Error {
  override name = 'SeedError';
}

/** Names of the seeds that there are. */
async function listSeeds(): Promise<string[]> {
  const names = await fs.readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.parse(name).name)
    .sort();
}

/**
 * Sows a seed: once in the life of a database, whole or not at all, also when several processes
 * do it together. Done unasked on the shipped manual alone: a site that readers visit shows no
 * invented numbers.
 * @returns whether it was sown now
 * @throws SeedError when there is no such seed, or no articles to sow it on
 */
export async function seedOnce(
  db: Kysely<Database>,
  name: string,
  now: Date,
  tools: SeedTools,
): Promise<boolean> {
  const seeds = await listSeeds();
  if (!seeds.includes(name)) {
    throw new SeedError(`Which seed? npm run db -- seed ${seeds.join(' | ')}`);
  }
  const { sow } = (await import(pathToFileURL(path.join(folder, `${name}.ts`)).href)) as Seed;
  return db.transaction().execute(async (trx) => {
    // A second process waits here for the first one's transaction, then finds the name taken.
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('seeds')
      .values({ name, sown_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (!numInsertedOrUpdatedRows) return false;
    const article = await trx.selectFrom('articles').select('id').executeTakeFirst();
    if (!article)
      throw new SeedError('There are no articles yet: start the site once with npm start.');
    await sow(trx, now, tools);
    return true;
  });
}

/** Takes away the votes that the seed `demo` has sown; it will not be sown again by itself. */
export async function removeExamples(db: Kysely<Database>): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('article_feedback')
    .where('visitor', 'like', 'demo-%')
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
