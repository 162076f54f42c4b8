import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { gather } from '#src/server/gather.ts';
import { articleIds } from './article-ids.ts';
import type { Happening, Witnessed } from './event.ts';
import { insertEvents, type NewEvent } from './events.store.ts';
import { recogniseVisitor } from './recognise-visitor.ts';

/** Beacons written at once. */
const MOST = 200;
/** Milliseconds that they wait for one another: nobody waits for the answer to a beacon. */
const PATIENCE = 6;

/** What many visitors do at the same moment goes to the disk together. */
const write = gather(
  async (db: Kysely<Database>, batches: NewEvent[][]) => {
    await insertEvents(db, batches.flat());
    return batches.map(() => undefined);
  },
  MOST,
  PATIENCE,
);

/**
 * Records what a visitor did; when this returns, it is on the disk. Of an article or a revision that
 * the database does not know, the rest is kept.
 * @param by undefined for those who ask not to be counted
 */
export async function recordEvents(
  db: Kysely<Database>,
  happenings: Happening[],
  by: Witnessed | undefined,
  now: Date,
): Promise<void> {
  if (!by || happenings.length === 0) return;
  const [{ code }, ids] = await Promise.all([
    recogniseVisitor(db, by, now),
    Promise.all(happenings.map(({ article }) => article && articleIds(db, article))),
  ]);
  await write(
    db,
    happenings.map(({ kind, locale, questionId, page, ago = 0, details }, index) => ({
      at: new Date(now.getTime() - ago * 1000),
      kind,
      visitor: code,
      bucket: by.bucket,
      locale,
      articleId: ids[index]?.articleId ?? null,
      revisionId: ids[index]?.revisionId ?? null,
      questionId: questionId ?? null,
      page: page ?? null,
      details: JSON.stringify(details),
    })),
  );
}
