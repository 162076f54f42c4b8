import { actions } from 'astro:actions';
import type { APIRoute } from 'astro';
import { Later } from '#src/actions/apologising.ts';
import { sentForm } from '#src/actions/sent-form.ts';
import { livePage } from '#src/features/community/live-page.ts';

export const prerender = false;

/** Takes a picture from a script of ours, for a text that is being written. */
export const POST: APIRoute = async ({ callAction, params, request }) => {
  if (!(await livePage(params['locale']))) return new Response(null, { status: 404 });
  const headers = { 'Cache-Control': 'no-store' };
  const form = await sentForm(request);
  const { data, error } = await callAction(actions.community.addImage, form);
  if (!error) return Response.json(data, { status: 201, headers });
  return Response.json(
    { error: error.message },
    {
      status: error.status,
      headers: {
        ...headers,
        ...(error instanceof Later && { 'Retry-After': String(error.retryAfter) }),
      },
    },
  );
};
