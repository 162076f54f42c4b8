import type { APIRoute } from 'astro';
import { assetBytes } from '#src/features/articles/asset.ts';
import { library } from '#src/features/articles/library.ts';
import { readEnv } from '#src/server/env.ts';

export async function getStaticPaths() {
  const { assets } = await library();
  const names = new Set([...assets.values()].flatMap(({ files }) => files.map(({ name }) => name)));
  return [...names].map((name) => ({ params: { name }, cacheKey: name }));
}

export const GET: APIRoute = async ({ params }) => {
  await library();
  const bytes = await assetBytes(params['name'] ?? '', readEnv().CACHE_DIR);
  return bytes ? new Response(new Uint8Array(bytes)) : new Response('Not found', { status: 404 });
};
