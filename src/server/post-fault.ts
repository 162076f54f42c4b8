import type { IncomingMessage } from 'node:http';
import { isFromOwnPage } from './own-origin.ts';

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data) *(;|$)/i;
/** Of all that our scripts send, only what they tell of suggestions is no form. */
const BEACON = '/events';

/** Whether a form names an action as none is named, which Astro takes for a fault of ours. */
function isNoAction(pathname: string, query: string): boolean {
  const [, address] = /^\/_actions\/(.*)$/.exec(pathname) ?? [];
  const [, named = address] = /[?&]_action=([^&]*)/.exec(query) ?? [];
  return named !== undefined && !/^\w+\.\w+$/.test(named);
}

/**
 * What is wrong with a POST, whatever it is for: no page of another site makes its reader do
 * something here, and there are no bodies but forms.
 * @param query with its question mark
 * @returns a status and a sentence; undefined when nothing is wrong
 */
export function postFault(
  request: IncomingMessage,
  pathname: string,
  query: string,
): [number, string] | undefined {
  if (!isFromOwnPage(request)) return [403, 'not from this site'];
  const isForm = FORM.test(request.headers['content-type'] ?? '');
  if (!isForm && pathname !== BEACON) return [415, 'expected a form'];
  return isNoAction(pathname, query) ? [404, 'not found'] : undefined;
}
