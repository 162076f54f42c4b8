import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addressParts } from '#src/features/articles/address.ts';
import { articleFacts, manifest } from '#src/features/articles/manifest.ts';
import type { SiteFacts } from '#src/features/articles/site-facts.ts';
import type { Sender } from '#src/server/sender.ts';
import { admitVisitor } from './admit-visitor.ts';
import { articleIds } from './article-ids.ts';
import { type Beacon, beacon, LONGEST_BEACON, told, type Told, toldLate } from './beacon.ts';
import type { Happening, ServedArticle } from './event.ts';
import { isReplayed } from './is-replayed.ts';
import { queryText } from './query-text.ts';
import { recordEvents } from './record-events.ts';
import { witnessed } from './witnessed.ts';

/** Milliseconds that a browser's clock may differ from ours, so that an old beacon is worth nothing. */
const FARTHEST = 86_400_000;
/** Seconds that a clock may differ before what it says of reading cannot be believed. */
const TOLERANCE = 300;
/** Seconds that a visit lasts without an event: of one beacon, all of them are of the same. */
const VISIT = 1800;

/**
 * Records what a browser tells when its page is hidden. What is malformed, implausible, too long or
 * about an article that is not there is left out without a word: nobody reads the answer to a beacon.
 * @throws TooMany
 */
export async function receiveBeacon(
  db: Kysely<Database>,
  text: string,
  sender: Sender,
  headers: Pick<Headers, 'get'>,
  now: Date,
): Promise<void> {
  const by = witnessed(sender, headers);
  if (!by || Buffer.byteLength(text) > LONGEST_BEACON) return;
  const { data } = beacon.safeParse(parsed(text));
  const { site } = await manifest();
  if (!data || !site.locales.includes(data.locale)) return;
  const age = now.getTime() - data.opened;
  if (Math.abs(age) > FARTHEST) return;

  const most = age / 1000 + TOLERANCE;
  const believed = data.events.flatMap((event) => {
    const { data: what } = told.safeParse(event);
    const ago = toldLate.safeParse(event).data?.ago ?? 0;
    const isImplausible = ago > most || (what?.kind === 'article-viewed' && what.seconds > most);
    return what && !isImplausible ? [{ what, ago: Math.min(ago, VISIT) }] : [];
  });
  if (believed.length === 0 || articlesViewed(believed) > 1) return;
  await admitVisitor(db, by, sender.visitor, now);
  if (isReplayed(db, text)) return;
  const happenings = await Promise.all(
    believed.map(async ({ what, ago }) => {
      const happening = await happeningOf(db, site, data, what);
      return happening && { ...happening, ago };
    }),
  );
  await recordEvents(
    db,
    happenings.filter((one) => one !== undefined),
    by,
    now,
  );
}

/** Of one page never more than one. */
function articlesViewed(events: { what: Told }[]): number {
  const paths = events.map(({ what }) => what.kind === 'article-viewed' && what.article);
  return new Set(paths.filter((path) => path !== false)).size;
}

/** What was told, in our words; undefined where it is about something that is not there. */
async function happeningOf(
  db: Kysely<Database>,
  site: SiteFacts,
  { locale, page, revision }: Beacon,
  event: Told,
): Promise<Happening | undefined> {
  const path = 'article' in event ? event.article : undefined;
  const article = path === undefined ? undefined : await servedAt(site, path);
  if (path !== undefined && !article) return undefined;
  const questionId = 'question' in event ? event.question : undefined;
  const common = { locale, page, article, questionId };
  switch (event.kind) {
    case 'article-viewed': {
      const served = await asServed(db, article!, revision);
      const { kind, seconds } = event;
      return { ...common, kind, article: served, details: { seconds } };
    }
    case 'searched': {
      const { kind, quality, results, from } = event;
      const query = queryText(event.query);
      return query && { ...common, kind, details: { ...query, quality, results, from } };
    }
    case 'result-clicked': {
      const { kind, rank } = event;
      const query = queryText(event.query);
      return query && { ...common, kind, details: { ...query, rank } };
    }
    case 'contact-clicked': {
      const { kind, channel } = event;
      const isThere =
        channel === site.statusPage || site.contact.some(({ label }) => label === channel);
      return isThere ? { ...common, kind, details: { channel } } : undefined;
    }
    default: {
      const { kind, form } = event;
      return { ...common, kind, details: { form, rank: 'rank' in event ? event.rank : undefined } };
    }
  }
}

async function servedAt(site: SiteFacts, path: string): Promise<ServedArticle | undefined> {
  const parts = addressParts(site, path);
  return parts && articleFacts(...parts);
}

/** A page from a cache may show an earlier revision than we do; one that we never had is not believed. */
async function asServed(
  db: Kysely<Database>,
  article: ServedArticle,
  revision = article.revision,
): Promise<ServedArticle> {
  if (revision === article.revision) return article;
  const earlier = { ...article, revision };
  const { revisionId } = await articleIds(db, earlier);
  return revisionId === null ? article : earlier;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
