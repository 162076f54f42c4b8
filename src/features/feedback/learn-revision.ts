import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import {
  findArticle,
  insertArticles,
  listRevisions,
  lockArticles,
  presentRevisions,
  startSeries,
  type Particulars,
} from './revisions.store.ts';

/**
 * Makes room for feedback on a revision that is being served but was never brought into the
 * database, as when the site was built elsewhere. Its text is unknown here, so it opens a series
 * of its own, which the next sync joins to the one before if the edit was small.
 */
export async function learnRevision(
  db: Kysely<Database>,
  article: Particulars,
  hash: string,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockArticles(trx);
    const known = await findArticle(trx, article);
    const [articleId] = known ? [known] : await insertArticles(trx, [article], now);
    const revisions = await listRevisions(trx, [articleId!]);
    if (revisions.some((revision) => revision.hash === hash)) return;
    const [seriesId] = await startSeries(trx, [articleId!], now);
    await presentRevisions(
      trx,
      [{ articleId: articleId!, seriesId: seriesId!, hash, words: null }],
      now,
    );
  });
}
