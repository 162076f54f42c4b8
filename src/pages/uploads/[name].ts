import type { APIRoute } from 'astro';
import { readEnv } from '#src/server/env.ts';
import { fileStore } from '#src/server/file-store.ts';
import { UPLOAD_NAME, UPLOAD_TYPE } from '#src/server/upload-name.ts';

export const prerender = false;

const files = fileStore(readEnv());

/** A picture of a member. Under its name nothing else will ever be. */
export const GET: APIRoute = async ({ params }) => {
  const { name = '' } = params;
  const bytes = UPLOAD_NAME.test(name) ? await files.get(name) : undefined;
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Length': String(bytes.length),
      // Were it ever taken for a page, it could do nothing.
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Type': UPLOAD_TYPE,
      'X-Content-Type-Options': 'nosniff',
    },
  });
};
