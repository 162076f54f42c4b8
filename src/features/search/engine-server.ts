import { realpath, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SearchAnswer, SearchRequest } from './query.ts';

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

export interface ThreadRequest {
  id: number;
  search: SearchRequest & { locale: string };
}

export interface ThreadAnswer {
  id: number;
  found?: SearchAnswer;
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

  search(search: ThreadRequest['search']): Promise<SearchAnswer> {
    if (this.#unanswered >= WAITING_LIMIT) throw new SearchAway('too many searches at once');
    if (this.#unanswered++ === 0) this.#lastSign = Date.now();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(id), TIME_LIMIT);
      this.#waiting.set(id, ({ found, error }) => {
        clearTimeout(timer);
        if (found) resolve(found);
        else reject(new SearchAway(error));
      });
      this.#worker.postMessage({ id, search } satisfies ThreadRequest);
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
    const { mtimeMs } = await stat(path.join(folder, 'pagefind-entry.json'));
    return { folder, stamp: `${folder} ${mtimeMs}` };
  } catch {
    throw new SearchAway(`there is no search index in ${dir}`);
  }
}

/**
 * Searches the index that `buildSearchIndex` wrote into `dir`, in the language of `locale`;
 * safe under any number of requests. A rebuilt index is taken up by itself.
 * @throws SearchAway
 */
export async function searchOnServer(
  dir: string,
  search: ThreadRequest['search'],
): Promise<SearchAnswer> {
  const { folder, stamp } = await presentIndex(dir);
  let thread = threads.get(dir);
  if (!thread || thread.isOver || thread.stamp !== stamp) {
    thread?.retire();
    threads.set(dir, (thread = new SearchThread(folder, stamp)));
  }
  return thread.search(search);
}

/** Ends every search thread; for tests and an orderly stop. */
export function stopSearching(): void {
  for (const thread of threads.values()) thread.end('the server stops');
  threads.clear();
}
