import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { listenOn, notify } from './changes.store.ts';
import { createClient } from './database.ts';
import type { Log } from './log.ts';

/** What was changed, by tags such as `question:12`; `*` when something may have been missed. */
export type Change = string[];

const PAUSE = 1000;

// The pages' bundle has its own copy of this module; both tell and hear by the same bell.
const shared = globalThis as { [key: symbol]: EventEmitter | undefined };
const place = Symbol.for('helpmark.changes');
const bell = (shared[place] ??= new EventEmitter().setMaxListeners(0));

/** Tells every process what a transaction has changed, once it is committed. */
export async function tellChange(db: Kysely<Database>, change: Change): Promise<void> {
  await notify(db, JSON.stringify(change));
}

/** Hears of changes by any process, while this one follows them. @returns stops hearing */
export function onChange(listener: (change: Change) => void): () => void {
  bell.on('change', listener);
  return () => void bell.off('change', listener);
}

let isFollowing = false;

/** Whether this process hears of every change now. */
export const isFollowingChanges = (): boolean => isFollowing;

/**
 * Follows the changes that all processes tell (LISTEN). After a connection that broke, listeners
 * hear `*`: nobody knows what was told meanwhile.
 * @returns stops following
 */
export function followChanges(url: string, log: Log): () => Promise<void> {
  const stopping = new AbortController();
  let end: (() => Promise<void>) | undefined;

  async function listenOnce(): Promise<void> {
    const client = createClient(url);
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    client.on('error', () => {});
    end = () => client.end();
    client.on('notification', ({ payload }) => {
      bell.emit('change', JSON.parse(payload ?? '[]') as Change);
    });
    await client.connect();
    await listenOn(client);
    isFollowing = true;
    bell.emit('change', ['*']);
    await ended;
  }

  async function keepListening(): Promise<void> {
    while (!stopping.signal.aborted) {
      await listenOnce().catch((error: unknown) =>
        log.warn({ err: error }, 'changes cannot be followed'),
      );
      isFollowing = false;
      await sleep(PAUSE, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const ended = keepListening();
  return async () => {
    stopping.abort();
    await end?.().catch(() => {});
    await ended;
  };
}
