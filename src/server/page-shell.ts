import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { LRUCache } from 'lru-cache';
import { captureAnswer } from './captured-answer.ts';
import type { Log } from './log.ts';

/** How long a shell is good for, in milliseconds: what the site says around a page may change. */
const LONGEST = 60_000;
/** The same for a page of which no shell could be made, as while the database is away. */
const FAILED = 3000;
const MOST = 300;

/** Makes a page on demand, with what the page would else have read by itself. */
export type RenderPage = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
  locals?: Partial<App.Locals>,
) => unknown;

/** A page made for an example. */
export interface Example {
  /** Path and query. */
  url: string;
  locals: Partial<App.Locals>;
  /** What the page says of the example and of nothing else, the longer before what is part of it. */
  marks: string[];
}

/** A page with room for what differs from one of its kind to the next. */
export interface Shell {
  headers: OutgoingHttpHeaders;
  /** What stands between the places, and for each place the number of its mark. */
  pieces: (Buffer | number)[];
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Cuts a text wherever one of the marks stands.
 * @returns undefined when one of them stands nowhere
 */
export function cut(text: string, marks: string[]): Shell['pieces'] | undefined {
  const pieces = text
    .split(new RegExp(`(${marks.map(literally).join('|')})`))
    .map((piece, at) => (at % 2 === 0 ? Buffer.from(piece) : marks.indexOf(piece)));
  return marks.every((_, mark) => pieces.includes(mark)) ? pieces : undefined;
}

/** The page of a shell. @param values for each of its marks, as HTML */
export function fill({ pieces }: Shell, values: string[]): Buffer {
  const sizes = values.map((value) => Buffer.byteLength(value));
  const sizeOf = (piece: Buffer | number) =>
    typeof piece === 'number' ? (sizes[piece] ?? 0) : piece.length;
  // One piece of memory a page: there are hundreds of pages a second.
  const page = Buffer.allocUnsafe(pieces.reduce<number>((sum, piece) => sum + sizeOf(piece), 0));
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece === 'number') page.write(values[piece] ?? '', at);
    else piece.copy(page, at);
    at += sizeOf(piece);
  }
  return page;
}

async function render(pages: RenderPage, host: string, { url, locals }: Example) {
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url });
  request.headers.host = host;
  const response = new ServerResponse(request);
  const answering = captureAnswer(response);
  await pages(request, response, () => response.destroy(), locals);
  return answering;
}

/**
 * Pages of which there are many alike are rendered as a whole once, for an example, and put
 * together for all others.
 * @see decisions/016
 */
export class PageShells {
  readonly #kept = new LRUCache<string, Promise<Shell | undefined>>({ max: MOST, ttl: LONGEST });
  readonly #log: Log;
  readonly #pages: RenderPage;
  readonly #host: string;

  /** @param host that pages are told they were asked at */
  constructor(pages: RenderPage, host: string, log: Log) {
    this.#pages = pages;
    this.#host = host;
    this.#log = log;
  }

  /** The shell under a key, made of an example if need be; undefined when there cannot be one. */
  get(key: string, example: () => Example): Promise<Shell | undefined> {
    let shell = this.#kept.get(key);
    if (!shell) {
      shell = this.#make(key, example());
      this.#kept.set(key, shell);
    }
    return shell;
  }

  async #make(key: string, example: Example): Promise<Shell | undefined> {
    const answer = await render(this.#pages, this.#host, example);
    const pieces = answer?.status === 200 && cut(answer.body.toString(), example.marks);
    if (pieces) return { headers: answer.headers, pieces };
    this.#log.error({ key, status: answer?.status }, 'no shell can be made of this page');
    this.#kept.set(key, Promise.resolve(undefined), { ttl: FAILED });
    return undefined;
  }
}
