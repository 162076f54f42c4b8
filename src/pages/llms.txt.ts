import type { APIRoute } from 'astro';
import { library } from '#src/features/articles/library.ts';
import { llmsText } from '#src/features/articles/llms-text.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(llmsText(await library(), site), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
