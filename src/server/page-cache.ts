import { hash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { type Answer, captureAnswer } from './captured-answer.ts';
import { type Change, isFollowingChanges, onChange } from './changes.ts';
import { compressText, type Encoding, encodingFor } from './compress-text.ts';

/** By this header a page says what it shows, and that everybody gets it alike; it is not sent on. */
const TAGS = 'cache-tag';
/** Bytes. */
const MEMORY = 20_000_000;
/** Addresses remembered of pages that were not kept. */
const MOST_ASKED = 5000;
/** Milliseconds; a change that nobody told of shows after so long at the latest. */
const LONGEST = 60_000;
const LONGEST_KEY = 1000;
/** Pages in the making that others wait for; beyond them everybody has their own made. */
const MOST_FILLING = 1000;

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

/** In the words of RFC 9211. */
type From = 'hit' | 'fwd=miss' | 'fwd=miss; stored';

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

/**
 * Pages made on demand that are the same for everybody, kept until what they show changes. Of many
 * who ask for a page that is not there, one has it made. It is kept from the second time on, since
 * most pages are not asked for again. The others go through, compressed.
 */
export class PageCache {
  readonly #pages = new LRUCache<string, Page>({
    maxSize: MEMORY,
    ttl: LONGEST,
    // With room for its compressed forms.
    sizeCalculation: ({ plain }, key) => 2 * plain.length + key.length,
  });
  readonly #asked = new LRUCache<string, true>({ max: MOST_ASKED });
  // Not a Map: what passes through a busy one stays in memory until V8 clears all of it.
  readonly #filling = new LRUCache<string, Filling>({
    max: MOST_FILLING,
    // What is not told of changes any more must not be kept.
    dispose: ({ changed }, _key, reason) => void (reason === 'evict' && changed.add('*')),
  });
  readonly #stopHearing: () => void;
  /** Answers since the start: kept pages, pages made to be kept, and pages that are for one reader. */
  readonly counts = { kept: 0, made: 0, passed: 0 };

  constructor() {
    this.#stopHearing = onChange((change) => this.#forget(change));
  }

  /** Answers with a kept page, or has it made. */
  async answer(request: IncomingMessage, response: ServerResponse, render: Render): Promise<void> {
    const { url: key = '' } = request;
    if (request.method === 'HEAD') return render(request, response);
    if (!isFollowingChanges() || !isForEverybody(request))
      return this.#pass(request, response, render);
    const kept = this.#pages.get(key) ?? (await this.#filling.get(key)?.page);
    if (kept) {
      this.counts.kept += 1;
      return send(kept, request, response, 'hit');
    }
    if (this.#filling.has(key)) return this.#pass(request, response, render);

    this.counts.made += 1;
    const changed = new Set<string>();
    const answering = captureAnswer(response);
    const filling = { changed, page: answering.then((answer) => pageOf(answer, changed)) };
    this.#filling.set(key, filling);
    render(request, response);
    const page = await filling.page;
    if (this.#filling.get(key) === filling) this.#filling.delete(key);
    if (page) return send(page, request, response, this.#keep(key, page));
    const answer = await answering;
    if (answer) await sendOnce(answer, request, response);
  }

  /** Bytes that kept pages take. */
  get size(): number {
    return this.#pages.calculatedSize;
  }

  /** Forgets all pages, as when another build takes their place. */
  clear(): void {
    this.#asked.clear();
    this.#forget(['*']);
  }

  close(): void {
    this.#stopHearing();
    this.clear();
  }

  async #pass(request: IncomingMessage, response: ServerResponse, render: Render): Promise<void> {
    this.counts.passed += 1;
    const answering = captureAnswer(response);
    render(request, response);
    const answer = await answering;
    if (answer) await sendOnce(answer, request, response);
  }

  #forget(change: Change): void {
    for (const [key, filling] of this.#filling.entries()) {
      for (const tag of change) filling.changed.add(tag);
      // Whoever comes now has a right to what has changed.
      this.#filling.delete(key);
    }
    for (const [key, { tags }] of this.#pages.entries()) {
      if (change.includes('*') || tags.some((tag) => change.includes(tag))) this.#pages.delete(key);
    }
  }

  /** Keeps a page if it was asked for before. @returns how the page is said to have been stored */
  #keep(key: string, page: Page): From {
    if (this.#asked.has(key)) {
      this.#pages.set(key, page);
      return 'fwd=miss; stored';
    }
    this.#asked.set(key, true);
    return 'fwd=miss';
  }
}

/** Sends a page with what it takes to ask for it again only if it has changed. */
async function send(
  { etag, headers, plain, encoded }: Page,
  request: IncomingMessage,
  response: ServerResponse,
  from: From,
): Promise<void> {
  const all: OutgoingHttpHeaders = {
    ...headers,
    etag,
    vary: 'Accept-Encoding',
    'cache-status': `helpmark; ${from}`,
  };
  if (request.headers['if-none-match']?.includes(etag)) {
    response.writeHead(304, all).end();
    return;
  }
  const encoding = encodingFor(request, plain.length);
  if (!encoding) return end(response, 200, all, plain);
  let body = encoded.get(encoding);
  if (!body) encoded.set(encoding, (body = compressText(plain, encoding, from !== 'fwd=miss')));
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
