import path from 'node:path';
import type { APIRoute } from 'astro';
import { library } from '#src/features/articles/library.ts';
import { logoBytes } from '#src/features/articles/site-facts.ts';

export async function getStaticPaths() {
  const { logo } = (await library()).site;
  return logo ? [{ params: { extension: path.extname(logo) } }] : [];
}

export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await logoBytes(await library())));
