import type { APIRoute } from 'astro';
import { apiDoor } from '#src/actions/api-door.ts';
import { NotFound } from '#src/server/errors.ts';

export const prerender = false;

/** Where there is nothing, a program is told so as everywhere else: not by a page for people. */
export const GET: APIRoute = (context) => apiDoor(context, () => Promise.reject(new NotFound()));
