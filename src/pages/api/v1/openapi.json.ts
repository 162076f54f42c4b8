import type { APIRoute } from 'astro';
import { manifest } from '#src/features/articles/manifest.ts';
import { describeApi } from '#src/features/insights/describe-api.ts';
import { readEnv } from '#src/server/env.ts';

export const prerender = false;

/** What the API offers; it tells nothing of the site's own, so everybody may read it. */
export const GET: APIRoute = async () => {
  const { site } = await manifest();
  return Response.json(describeApi(site.name, readEnv().SITE_URL), {
    headers: { 'Cache-Control': 'public, max-age=3600' },
  });
};
