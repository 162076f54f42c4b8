import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Article } from '#src/features/content/article.ts';
import { addRepeatableJob } from '#src/server/jobs.store.ts';
import { movedFrom } from './moved-from.ts';
import {
  insertArticles,
  listArticles,
  listRevisions,
  lockArticles,
  markRemoved,
  mergeArticles,
  mergeSeries,
  presentRevisions,
  startSeries,
  updateArticles,
  type Address,
  type KnownArticle,
  type Particulars,
  type PresentText,
} from './revisions.store.ts';
import { continuesSeries, wordsOf } from './series.ts';

/** The job for what others do when articles have changed; it may be done twice. */
export const ARTICLES_CHANGED_TASK = 'articles-changed';

/** Texts are long; a statement with all of them could outlast the time that a statement is given. */
const TEXTS_AT_ONCE = 500;

/** What a content folder brought, in numbers of articles. */
export interface Synced {
  added: number;
  moved: number;
  /** With a text that is not the one from before. */
  edited: number;
  removed: number;
}

const addressOf = ({ locale, category, slug }: Address) => `${locale}/${category}/${slug}`;

const particularsOf = ({ locale, category, slug, title, file, ...rest }: Article): Particulars => ({
  locale,
  category,
  slug,
  title,
  file,
  owner: rest.owner ?? null,
  reviewBy: rest.reviewBy ?? null,
});

const byAddress = <One extends Address>(all: One[]) =>
  new Map(all.map((one) => [addressOf(one), one]));

function isAsWritten(known: KnownArticle, article: Article): boolean {
  return (
    !known.removed &&
    addressOf(known) === addressOf(article) &&
    known.title === article.title &&
    known.file === article.file &&
    known.owner === (article.owner ?? null) &&
    known.reviewBy === (article.reviewBy ?? null)
  );
}

const listOf = (words: string) => (words === '' ? [] : words.split(' '));

const hasText = (known: KnownArticle | undefined, article: Article) =>
  known?.revision === article.revision && known.hasText;

/**
 * Gives each edited article's present text its place in a series: an earlier text its own series
 * again, a small edit the series that it continues, and anything else a new one.
 */
async function placeTexts(
  trx: Transaction<Database>,
  edited: { id: number; article: Article }[],
  now: Date,
): Promise<void> {
  const revisions = Map.groupBy(
    await listRevisions(
      trx,
      edited.map(({ id }) => id),
    ),
    ({ articleId }) => articleId,
  );
  const placed: (PresentText & { isNew: boolean })[] = [];
  for (const { id, article } of edited) {
    const known = revisions.get(id) ?? [];
    const words = wordsOf(article.body);
    const same = known.find(({ hash }) => hash === article.revision);
    const others = known.filter((one) => one !== same && one.words !== null);
    const before = others.find(({ isCurrent }) => isCurrent) ?? others[0];
    const isUncompared = !same || same.words === null;
    let seriesId = same?.seriesId;
    if (isUncompared && before && continuesSeries(listOf(before.words ?? ''), words)) {
      if (same && same.seriesId !== before.seriesId) {
        // A vote had to open a series for a text that nobody had brought yet.
        await mergeSeries(trx, same.seriesId, before.seriesId);
      }
      seriesId = before.seriesId;
    }
    placed.push({
      articleId: id,
      seriesId: seriesId ?? 0,
      hash: article.revision,
      words: words.join(' '),
      isNew: seriesId === undefined,
    });
  }
  const fresh = placed.filter(({ isNew }) => isNew);
  const ids = await startSeries(
    trx,
    fresh.map(({ articleId }) => articleId),
    now,
  );
  fresh.forEach((text, index) => (text.seriesId = ids[index]!));
  for (let start = 0; start < placed.length; start += TEXTS_AT_ONCE) {
    await presentRevisions(trx, placed.slice(start, start + TEXTS_AT_ONCE), now);
  }
}

/**
 * Brings the articles of a content folder into the database: addresses, titles, owners, and each
 * text as a revision in its series. A moved article (named by its old address in `redirectFrom`)
 * keeps its history; one whose file is gone keeps it too, and is marked. When nothing has changed,
 * it costs one query.
 */
export async function syncArticles(
  db: Kysely<Database>,
  articles: Article[],
  defaultLocale: string,
  now: Date,
): Promise<Synced> {
  const inFolder = byAddress(articles);
  const isGone = (known: KnownArticle) => !known.removed && !inFolder.has(addressOf(known));
  const before = await listArticles(db);
  const beforeByAddress = byAddress(before);
  const isUnchanged =
    !before.some(isGone) &&
    articles.every((article) => {
      const known = beforeByAddress.get(addressOf(article));
      return known && isAsWritten(known, article) && hasText(known, article);
    });
  if (isUnchanged) return { added: 0, moved: 0, edited: 0, removed: 0 };

  return db.transaction().execute(async (trx) => {
    await lockArticles(trx);
    // Another process that starts at the same time may have been here first.
    const known = byAddress(await listArticles(trx));
    let moved = 0;
    for (const article of articles) {
      const here = known.get(addressOf(article));
      if (here && (here.hasText || here.revision === null)) continue;
      const old = movedFrom(article, defaultLocale)
        .map((address) => known.get(addressOf(address)))
        .filter((one) => one && !inFolder.has(addressOf(one)));
      const from = old.find((one) => one?.revision === article.revision) ?? old[0];
      if (!from) continue;
      // Votes came to the new address before this; they join the history.
      if (here) await mergeArticles(trx, here.id, from.id);
      known.delete(addressOf(from));
      known.set(addressOf(article), from);
      moved += 1;
    }

    const added = articles.filter((article) => !known.has(addressOf(article)));
    const ids = await insertArticles(trx, added.map(particularsOf), now);
    const rewritten = articles.flatMap((article) => {
      const row = known.get(addressOf(article));
      return row && !isAsWritten(row, article) ? [{ ...particularsOf(article), id: row.id }] : [];
    });
    if (rewritten.length > 0) await updateArticles(trx, rewritten);
    const gone = [...known].flatMap(([address, row]) =>
      row.removed || inFolder.has(address) ? [] : [row],
    );
    if (gone.length > 0) {
      const goneIds = gone.map(({ id }) => id);
      await markRemoved(trx, goneIds, now);
    }

    const idOf = new Map(added.map((article, index) => [addressOf(article), ids[index]!]));
    const edited = articles.flatMap((article) => {
      const row = known.get(addressOf(article));
      const id = row?.id ?? idOf.get(addressOf(article))!;
      return hasText(row, article) ? [] : [{ id, article }];
    });
    if (edited.length > 0) await placeTexts(trx, edited, now);
    await addRepeatableJob(trx, ARTICLES_CHANGED_TASK, { changedAt: now });
    return {
      added: added.length,
      moved,
      edited: edited.length - added.length,
      removed: gone.length,
    };
  });
}
