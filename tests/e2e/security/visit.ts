import type { Scene } from './scene.ts';

export type Field = string | number | Blob;
/** A field that is sent several times has all that it is sent with. */
export type Form = Record<string, Field | Field[]>;

/** What a door has answered. */
export interface Answer {
  status: number;
  /** Path to go on to; empty for none. */
  location: string;
  cookies: string;
  text: string;
}

/** What is sent; as a browser of this site would, unless told. */
export interface Sent {
  path: string;
  /** GET without. */
  body?: BodyInit | undefined;
  headers?: Record<string, string | undefined>;
}

/** A form as a browser encodes it: only with files in parts. */
export function encoded(form: Form): URLSearchParams | FormData {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as const),
  );
  const isInParts = pairs.some(([, value]) => value instanceof Blob);
  const body = isInParts ? new FormData() : new URLSearchParams();
  for (const [name, value] of pairs) (body as FormData).append(name, value as string);
  return body;
}

/** Sends a request from the browser of a case. */
export async function visit(
  { site, actor, userAgent, address }: Scene,
  { path, body, headers: own = {} }: Sent,
): Promise<Answer> {
  const headers = {
    'User-Agent': userAgent,
    'X-Forwarded-For': address,
    Cookie: actor && `session=${actor.token}`,
    // Nobody waits for it, and compressing takes longer than all the rest.
    'Accept-Encoding': 'identity',
    ...(body !== undefined && { Origin: site.url }),
    ...own,
  };
  const given = Object.entries(headers).filter(
    (one): one is [string, string] => one[1] !== undefined,
  );
  const answer = await fetch(site.url + path, {
    redirect: 'manual',
    headers: given,
    signal: AbortSignal.timeout(20_000),
    ...(body !== undefined && { method: 'POST', body }),
  });
  const type = answer.headers.get('content-type') ?? '';
  const isStream = type.startsWith('text/event-stream');
  if (isStream) await answer.body?.cancel();
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    cookies: answer.headers.getSetCookie().join('\n'),
    text: isStream ? '' : await answer.text(),
  };
}

/** Outcomes by the statuses that stand for them. */
const OUTCOMES: Record<number, string> = {
  400: 'wrong',
  401: 'sign-in',
  403: 'refused',
  404: 'hidden',
  409: 'late',
  410: 'gone',
};

/** What an answer means to whoever came, in a word of the table. */
export function outcomeOf({ status, location }: Answer, isForm: boolean): string {
  const isSignIn = /\/account\/sign-in\?next=/.test(location);
  if (status >= 300 && status < 400) return isSignIn ? 'sign-in' : isForm ? 'done' : 'moved';
  if (status >= 200 && status < 300) return isForm ? 'done' : 'page';
  return OUTCOMES[status] ?? String(status);
}
