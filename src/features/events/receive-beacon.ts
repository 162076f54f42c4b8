import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addressParts } from '#src/features/articles/address.ts';
import { articleFacts, manifest } from '#src/features/articles/manifest.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import type { Sender } from '#src/server/sender.ts';
import { beacon, LONGEST_BEACON } from './beacon.ts';
import { BEACONS_PER_NETWORK, BEACONS_PER_VISITOR } from './limits.ts';
import { recordEvents } from './record-events.ts';
import { witnessed } from './witnessed.ts';

/**
 * Records what a browser tells when its page is hidden. What is malformed, too long or about an
 * article that is not there is left out without a word: nobody reads the answer to a beacon.
 * @throws TooMany
 */
export async function receiveBeacon(
  db: Kysely<Database>,
  text: string,
  sender: Sender,
  headers: Headers,
  now: Date,
): Promise<void> {
  const by = witnessed(sender, headers);
  if (!by || text.length > LONGEST_BEACON) return;
  const { data } = beacon.safeParse(parsed(text));
  const { site } = await manifest();
  if (!data || !site.locales.includes(data.locale)) return;
  await useLimits(db, [
    [BEACONS_PER_VISITOR, sender.visitor.code],
    [BEACONS_PER_NETWORK, sender.visitor.network],
  ]);
  const { locale } = data;
  const happenings = await Promise.all(
    data.events.map(async ({ kind, form, article: path, question, rank }) => {
      const parts = path === undefined ? undefined : addressParts(site, path);
      const article = parts && (await articleFacts(...parts));
      if (path !== undefined && !article) return [];
      return [{ kind, locale, article, questionId: question, details: { form, rank } }];
    }),
  );
  await recordEvents(db, happenings.flat(), by, now);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
