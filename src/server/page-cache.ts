import { hash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { type Answer, captureAnswer } from './captured-answer.ts';
import { type Change, isFollowingChanges, onChange } from './changes.ts';
import { compressText, type Encoding, encodingFor } from './compress-text.ts';

/** By this header a page says what it shows, and that everybody gets it alike; it is not sent on. */
const TAGS = 'cache-tag';
/** Bytes; the first is for pages that were asked for once, of which most never are again. */
const MEMORY = { once: 4_000_000, again: 20_000_000 };
/** Milliseconds; a change that nobody told of shows after so long at the latest. */
const LONGEST = 60_000;
const LONGEST_KEY = 1000;

/** The header of a page that may be kept until something with one of these tags changes. */
export const keptUnder = (...tags: string[]): [string, string] => [TAGS, tags.join(' ')];

interface Page {
  tags: string[];
  etag: string;
  headers: OutgoingHttpHeaders;
  plain: Buffer;
  encoded: Map<Encoding, Promise<Buffer>>;
}

interface Filling {
  page: Promise<Page | undefined>;
  /** What has changed since it began. */
  changed: Set<string>;
}

type Render = (request: IncomingMessage, response: ServerResponse) => void;

/** Whether a request is answered alike whoever sends it, as nobody is signed in. */
export const isForEverybody = ({ method, url = '', headers }: IncomingMessage) =>
  method === 'GET' &&
  url.length < LONGEST_KEY &&
  headers.authorization === undefined &&
  !/(?:^|;\s*)session=/.test(headers.cookie ?? '');

/** A page to keep, if the answer is one and nothing that it shows has changed meanwhile. */
function pageOf(answer: Answer | undefined, changed: Set<string>): Page | undefined {
  const { [TAGS]: tags, 'content-length': _length, ...headers } = answer?.headers ?? {};
  if (answer?.status !== 200 || typeof tags !== 'string' || headers['set-cookie']) return undefined;
  const names = tags.split(' ');
  if (changed.has('*') || names.some((name) => changed.has(name))) return undefined;
  const { body: plain } = answer;
  const etag = `W/"${hash('sha1', plain, 'base64url')}"`;
  return { tags: names, etag, headers, plain, encoded: new Map() };
}

const pagesWithin = (bytes: number) =>
  new LRUCache<string, Page>({
    maxSize: bytes,
    ttl: LONGEST,
    // With room for its compressed forms.
    sizeCalculation: ({ plain }, key) => 2 * plain.length + key.length,
  });

/**
 * Pages made on demand that are the same for everybody, kept until what they show changes. Of many
 * who ask for a page that is not there, one has it made. The others go through, compressed.
 */
export class PageCache {
  readonly #once = pagesWithin(MEMORY.once);
  readonly #again = pagesWithin(MEMORY.again);
  readonly #filling = new Map<string, Filling>();
  readonly #stopHearing: () => void;

  constructor() {
    this.#stopHearing = onChange((change) => this.#forget(change));
  }

  /** Answers with a kept page, or has it made. */
  async answer(request: IncomingMessage, response: ServerResponse, render: Render): Promise<void> {
    const { url: key = '' } = request;
    if (request.method === 'HEAD') return render(request, response);
    if (!isFollowingChanges() || !isForEverybody(request))
      return this.#pass(request, response, render);
    const kept = this.#find(key) ?? (await this.#filling.get(key)?.page);
    if (kept) return send(kept, request, response, 'hit');
    if (this.#filling.has(key)) return this.#pass(request, response, render);

    const changed = new Set<string>();
    const answering = captureAnswer(response);
    const filling = { changed, page: answering.then((answer) => pageOf(answer, changed)) };
    this.#filling.set(key, filling);
    render(request, response);
    const page = await filling.page;
    if (this.#filling.get(key) === filling) this.#filling.delete(key);
    if (page) this.#once.set(key, page);
    const answer = await answering;
    if (page) await send(page, request, response, 'stored');
    else if (answer) await sendOnce(answer, request, response);
  }

  /** Forgets all pages, as when another build takes their place. */
  clear(): void {
    this.#forget(['*']);
  }

  close(): void {
    this.#stopHearing();
    this.clear();
  }

  async #pass(request: IncomingMessage, response: ServerResponse, render: Render): Promise<void> {
    const answering = captureAnswer(response);
    render(request, response);
    const answer = await answering;
    if (answer) await sendOnce(answer, request, response);
  }

  #forget(change: Change): void {
    for (const [key, filling] of this.#filling) {
      for (const tag of change) filling.changed.add(tag);
      // Whoever comes now has a right to what has changed.
      this.#filling.delete(key);
    }
    for (const pages of [this.#once, this.#again]) {
      for (const [key, { tags }] of pages.entries()) {
        if (change.includes('*') || tags.some((tag) => change.includes(tag))) pages.delete(key);
      }
    }
  }

  #find(key: string): Page | undefined {
    const page = this.#once.get(key);
    if (!page) return this.#again.get(key);
    // A page does not grow younger by it.
    this.#again.set(key, page, { ttl: this.#once.getRemainingTTL(key) });
    this.#once.delete(key);
    return page;
  }
}

/** Sends a page with what it takes to ask for it again only if it has changed. */
async function send(
  { etag, headers, plain, encoded }: Page,
  request: IncomingMessage,
  response: ServerResponse,
  from: 'hit' | 'stored',
): Promise<void> {
  const all: OutgoingHttpHeaders = {
    ...headers,
    etag,
    vary: 'Accept-Encoding',
    // RFC 9211
    'cache-status': from === 'hit' ? 'helpmark; hit' : 'helpmark; fwd=miss; stored',
  };
  if (request.headers['if-none-match']?.includes(etag)) {
    response.writeHead(304, all).end();
    return;
  }
  const encoding = encodingFor(request, plain.length);
  if (!encoding) return end(response, 200, all, plain);
  let body = encoded.get(encoding);
  if (!body) encoded.set(encoding, (body = compressText(plain, encoding, true)));
  end(response, 200, { ...all, 'content-encoding': encoding }, await body);
}

/** Sends an answer that is for this request alone. */
async function sendOnce(
  { status, headers: given, body }: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const encoding = encodingFor(request, body.length);
  const { [TAGS]: _tags, ...headers } = given;
  const all = { ...headers, vary: 'Accept-Encoding' };
  if (!encoding) return end(response, status, all, body);
  const encoded = await compressText(body, encoding, false);
  end(response, status, { ...all, 'content-encoding': encoding }, encoded);
}

function end(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: Buffer,
): void {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
}
