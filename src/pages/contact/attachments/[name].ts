import type { APIRoute } from 'astro';
import { readAttachment } from '#src/features/contact/read-attachment.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { NotAllowed, NotFound, NotSignedIn } from '#src/server/errors.ts';
import { fileStore } from '#src/server/file-store.ts';
import { UPLOAD_TYPE } from '#src/server/upload-name.ts';

export const prerender = false;

const files = fileStore(readEnv());

/** A picture of a contact request; nobody but staff gets it, and no cache keeps it. */
export const GET: APIRoute = async ({ params, locals }) => {
  try {
    const bytes = await readAttachment(database(), files, locals.actor, params['name'] ?? '');
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Length': String(bytes.length),
        // Were it ever taken for a page, it could do nothing.
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Content-Type': UPLOAD_TYPE,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  } catch (error) {
    if (error instanceof NotSignedIn || error instanceof NotAllowed) {
      return new Response(null, { status: 403 });
    }
    if (error instanceof NotFound) return new Response(null, { status: 404 });
    throw error;
  }
};
