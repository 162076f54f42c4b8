import { realpath, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { SECTIONS } from './engine.ts';
import type { SearchAnswer, SearchRequest } from './query.ts';
import type { OtherText, TextScore } from './rank-texts.ts';

/** Milliseconds from the request to its answer; the longest honest search takes under one second. */
const TIME_LIMIT = 5_000;
/** More searches than this waiting at once are turned away. */
const WAITING_LIMIT = 100;
const MEMORY_LIMIT_MB = 512;
const THREAD = '#src/features/search/search-thread.ts';

/** Search gives no answer now: no index, too many searches, or one that takes too long. */
export class SearchAway extends Error {
  override name = 'SearchAway';
}

/** What the thread can be asked, and what it answers. */
export interface ThreadTasks {
  /** Which articles a query finds. */
  articles: { ask: SearchRequest; answer: SearchAnswer };
  /** The words that a query wants, each with what stands for it; the rarest first. */
  words: { ask: Pick<SearchRequest, 'query' | 'isVerbatim'>; answer: string[][] };
  /** How well other texts fit a query. */
  texts: {
    ask: Pick<SearchRequest, 'query' | 'isVerbatim'> & { texts: OtherText[] };
    answer: TextScore[];
  };
}

export type ThreadTask = {
  [Kind in keyof ThreadTasks]: { kind: Kind; locale: string } & ThreadTasks[Kind]['ask'];
}[keyof ThreadTasks];

export interface ThreadRequest {
  id: number;
  task: ThreadTask;
}

export interface ThreadAnswer {
  id: number;
  found?: unknown;
  error?: string;
}

/** One thread that holds one built index, in all its languages. */
class SearchThread {
  /** Tells the index that the thread has read from a later one. */
  readonly stamp: string;
  isOver = false;
  #worker: Worker;
  #waiting = new Map<number, (answer: Omit<ThreadAnswer, 'id'>) => void>();
  #next = 0;
  #unanswered = 0;
  #lastSign = 0;

  constructor(dir: string, stamp: string) {
    this.stamp = stamp;
    // Asked by its name in the house, as the bundled server lies elsewhere than this file.
    this.#worker = new Worker(createRequire(import.meta.url).resolve(THREAD), {
      workerData: { dir },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    this.#worker.on('message', (answer: ThreadAnswer) => this.#receive(answer));
    this.#worker.on('error', (error) => this.end(error.message));
    this.#worker.on('exit', () => this.end('the search thread ended'));
    // Last, as listening holds the process open.
    this.#worker.unref();
  }

  ask(task: ThreadTask): Promise<unknown> {
    if (this.#unanswered >= WAITING_LIMIT) throw new SearchAway('too many searches at once');
    if (this.#unanswered++ === 0) this.#lastSign = Date.now();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(id), TIME_LIMIT);
      this.#waiting.set(id, ({ found, error }) => {
        clearTimeout(timer);
        if (error === undefined) resolve(found);
        else reject(new SearchAway(error));
      });
      this.#worker.postMessage({ id, task } satisfies ThreadRequest);
    });
  }

  /** Takes no more searches; ends after the last answer. */
  retire(): void {
    this.isOver = true;
    if (this.#unanswered === 0) this.end('an index has replaced this one');
  }

  /** Stops at once and fails what waits. */
  end(why: string): void {
    this.isOver = true;
    for (const id of this.#waiting.keys()) this.#settle(id, { error: why });
    void this.#worker.terminate();
  }

  #receive({ id, ...answer }: ThreadAnswer): void {
    this.#unanswered--;
    this.#lastSign = Date.now();
    this.#settle(id, answer);
    if (this.isOver) this.retire();
  }

  /** A long queue costs the one who waited too long; a thread that is stuck costs the thread. */
  #giveUp(id: number): void {
    if (Date.now() - this.#lastSign >= TIME_LIMIT) this.end('a search took too long');
    else this.#settle(id, { error: 'too many searches at once' });
  }

  #settle(id: number, answer: Omit<ThreadAnswer, 'id'>): void {
    const settle = this.#waiting.get(id);
    this.#waiting.delete(id);
    settle?.(answer);
  }
}

const threads = new Map<string, SearchThread>();

/** The index now in `dir`; a link may lead to another folder after the next build. */
async function presentIndex(dir: string): Promise<{ folder: string; stamp: string }> {
  try {
    const folder = await realpath(dir);
    const { mtimeMs } = await stat(path.join(folder, SECTIONS));
    return { folder, stamp: `${folder} ${mtimeMs}` };
  } catch {
    throw new SearchAway(`there is no search index in ${dir}`);
  }
}

/**
 * Has a task done with the index that `publishSections` put into `dir`, in the language of a locale;
 * safe under any number of requests. A rebuilt index is taken up by itself.
 * @throws SearchAway
 */
export async function askSearch<Kind extends keyof ThreadTasks>(
  dir: string,
  task: { kind: Kind; locale: string } & ThreadTasks[Kind]['ask'],
): Promise<ThreadTasks[Kind]['answer']> {
  const { folder, stamp } = await presentIndex(dir);
  let thread = threads.get(dir);
  if (!thread || thread.isOver || thread.stamp !== stamp) {
    thread?.retire();
    threads.set(dir, (thread = new SearchThread(folder, stamp)));
  }
  return thread.ask(task as ThreadTask) as Promise<ThreadTasks[Kind]['answer']>;
}

/** Ends every search thread; for tests and an orderly stop. */
export function stopSearching(): void {
  for (const thread of threads.values()) thread.end('the server stops');
  threads.clear();
}
