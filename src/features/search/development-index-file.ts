import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { APIRoute } from 'astro';
import { developmentIndex } from './development-index.ts';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

/** A file of the index of the articles as they are now. */
export const GET: APIRoute = async ({ params }) => {
  const file = path.join(
    await developmentIndex(),
    path.posix.normalize(`/${params['file'] ?? ''}`),
  );
  const body = await readFile(file).catch(() => undefined);
  if (!body) return new Response(null, { status: 404 });
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  return new Response(new Uint8Array(body), {
    headers: { 'Content-Type': type, 'Cache-Control': 'no-store' },
  });
};
