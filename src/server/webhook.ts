import http from 'node:http';
import https from 'node:https';
import { randomBytes } from 'node:crypto';
import { useAgent } from 'request-filtering-agent';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

const PATIENCE = 10_000;
/** Public by its number, and yet the inside of a data centre: Azure's own services. */
const INSIDE = ['168.63.129.16'];
/** Bytes of an answer that are let in before the connection is closed; they are not read. */
const ANSWER_LIMIT = 65_536;

/** A message to another system. */
export interface OutgoingWebhook {
  url: string;
  /** As `newWebhookSecret` makes it. */
  secret: string;
  /** Stays the same when a message is sent again, so that a receiver can tell. */
  id: string;
  /** JSON. */
  body: string;
  now: Date;
}

/** Why a webhook did not arrive. */
export type WebhookProblem = 'address' | 'private' | 'status' | 'silent' | 'unreachable';

/** A webhook was not accepted. The message is a sentence without the secret and the body. */
export class WebhookFailure extends Error {
  override name = 'WebhookFailure';
  readonly problem: WebhookProblem;
  /** The answer's status, where there was an answer. */
  readonly status: number | undefined;

  constructor(problem: WebhookProblem, message: string, status?: number) {
    super(message);
    this.problem = problem;
    this.status = status;
  }
}

/** A secret as Standard Webhooks writes it: 32 random bytes in base64 behind `whsec_`. */
export const newWebhookSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

/** @returns undefined when nothing can be sent to it, such as `ftp:` or a name with a password */
function readAddress(url: string): URL | undefined {
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol)) return undefined;
  return address.username || address.password ? undefined : address;
}

/** Whether a webhook can be sent to this address, as far as the address alone tells. */
export const isWebhookAddress = (url: string) => readAddress(url) !== undefined;

function failureOf(error: unknown): WebhookFailure {
  const { name, message, code } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError') {
    return new WebhookFailure('silent', 'no answer in time');
  }
  // The agent has no error of its own; its sentence names the address that it found.
  if (message.startsWith('DNS lookup ')) {
    return new WebhookFailure('private', 'the address leads into a private network');
  }
  return new WebhookFailure('unreachable', `no connection (${code ?? name})`);
}

/** Lets an answer pass unread, up to a limit. */
function drain(answer: http.IncomingMessage): void {
  let bytes = 0;
  // Whether it was taken is decided by now, however the rest of the answer ends.
  answer.on('error', () => {});
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > ANSWER_LIMIT) answer.destroy();
  });
}

/**
 * Posts JSON to another system, signed after the Standard Webhooks specification. Redirects are not
 * followed. Private, loopback, link-local, multicast and all other addresses that are not public
 * are refused on the socket that is opened, after its name was looked up.
 * @param allowPrivate whether addresses that are not public are allowed
 * @param patience milliseconds that a receiver has, from the first knock to the head of its answer
 * @throws WebhookFailure on anything but a status from 200 to 299
 */
export async function sendWebhook(
  { url, secret, id, body, now }: OutgoingWebhook,
  { allowPrivate, patience = PATIENCE }: { allowPrivate: boolean; patience?: number },
): Promise<void> {
  const address = readAddress(url);
  if (!address) throw new WebhookFailure('address', 'not an http or https address');
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Helpmark',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  };
  const agent = useAgent(address.href, {
    allowPrivateIPAddress: allowPrivate,
    allowMetaIPAddress: allowPrivate,
    denyIPAddressList: INSIDE,
  });
  const { request } = address.protocol === 'https:' ? https : http;
  const status = await new Promise<number>((resolve, reject) => {
    const signal = AbortSignal.timeout(patience);
    request(address, { method: 'POST', headers, agent, signal })
      .on('response', (answer) => {
        drain(answer);
        resolve(answer.statusCode ?? 0);
      })
      .on('error', (error) => reject(failureOf(error)))
      .end(body);
  });
  if (status < 200 || status > 299) {
    throw new WebhookFailure('status', `answered with status ${status}`, status);
  }
}

/**
 * Whether a message that came in was signed with this secret in the last five minutes.
 * @param body as it came, byte by byte
 */
export function verifyWebhook(secret: string, headers: Headers, body: string): boolean {
  try {
    new Webhook(secret).verify(body, Object.fromEntries(headers), { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}
