import type { APIRoute } from 'astro';
import { addressParts } from '#src/features/articles/address.ts';
import { articleFacts, manifest } from '#src/features/articles/manifest.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { articleNotes } from './article-notes.ts';
import { localInsights } from './local-insights.ts';
import { remoteInsights, SiteRefused } from './remote-insights.ts';

const HEADERS = { 'Cache-Control': 'no-store' };

/** What readers say of the article at a path, for whoever writes it; in development only. */
export const GET: APIRoute = async ({ url }) => {
  const { site } = await manifest();
  const parts = addressParts(site, url.searchParams.get('path') ?? '');
  const facts = parts && (await articleFacts(...parts));
  if (!facts) return Response.json({ says: 'No article is open.' }, { headers: HEADERS });
  const { HELPMARK_URL, HELPMARK_TOKEN } = readEnv();
  const source =
    HELPMARK_URL && HELPMARK_TOKEN
      ? remoteInsights(HELPMARK_URL, HELPMARK_TOKEN)
      : await localInsights(database(), systemClock());
  try {
    const found = await articleNotes(source, facts);
    const answer = found ?? { says: 'No reader has seen this article yet.' };
    return Response.json(answer, { headers: HEADERS });
  } catch (error) {
    if (!(error instanceof SiteRefused)) throw error;
    return Response.json({ says: error.message }, { headers: HEADERS });
  }
};
