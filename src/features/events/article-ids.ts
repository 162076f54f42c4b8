import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Database } from '#db/schema.ts';
import { gather } from '#src/server/gather.ts';
import { findServed, type ServedIds } from './served-articles.store.ts';
import type { ServedArticle } from './event.ts';

/** Revisions remembered; more than a large help center serves at a time. */
const MOST = 10_000;
/** Milliseconds: as long as it takes at most until an article that another took in is asked for no more. */
const FRESH_FOR = 30_000;

// By database, since tests use several in one process.
const known = new WeakMap<Kysely<Database>, LRUCache<string, ServedIds>>();

const lookUp = gather(findServed);

/** The ids of an article and its revision; null where the database does not know of it. */
export async function articleIds(db: Kysely<Database>, article: ServedArticle): Promise<ServedIds> {
  let remembered = known.get(db);
  if (!remembered) known.set(db, (remembered = new LRUCache({ max: MOST, ttl: FRESH_FOR })));
  const { locale, category, slug, revision } = article;
  const key = `${locale}/${category}/${slug}@${revision}`;
  const found = remembered.get(key) ?? (await lookUp(db, article));
  // What is not known yet may be in a moment.
  if (found.revisionId !== null && !remembered.has(key)) remembered.set(key, found);
  return found;
}
