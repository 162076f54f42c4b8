import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { lookup } from 'mrmime';
import { readRange } from './byte-range.ts';
import { isHashed, isZipped, type StaticFile } from './file-index.ts';
import { Recent } from './recent.ts';
import { securityHeaders } from './security-headers.ts';

/** One way to send a file: as it is, or compressed. */
interface Form {
  file: string;
  size: number;
  headers: string[];
}

interface Entry {
  etag: string;
  plain: Form;
  br?: Form;
  gzip?: Form;
}

const keptInMemory = 64_000_000;
const smallEnough = 512_000;
const always = Object.entries(securityHeaders).flat();

function entryOf(clientDir: string, { name, hash, size, br, gzip }: StaticFile): Entry {
  const etag = `W/"${hash}"`;
  const type = lookup(name) ?? 'application/octet-stream';
  const text = /^text\/|\/(json|xml)$|\+xml$|javascript$/.test(type);
  const zipped = isZipped(name);
  const headers = [
    ...always,
    'Content-Type',
    text ? `${type};charset=utf-8` : type,
    'Cache-Control',
    isHashed(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'ETag',
    etag,
    ...(br || gzip || zipped ? ['Vary', 'Accept-Encoding'] : []),
  ];
  const form = (ending: string, bytes: number, encoding?: string): Form => ({
    file: path.join(clientDir, name + ending),
    size: bytes,
    headers: [
      ...headers,
      'Content-Length',
      String(bytes),
      ...(encoding ? ['Content-Encoding', encoding] : ['Accept-Ranges', 'bytes']),
    ],
  });
  return {
    etag,
    plain: form('', size),
    ...(br && { br: form('.br', br, 'br') }),
    ...(gzip && { gzip: form('.gz', gzip, 'gzip') }),
    // Told so, a browser uncompresses it beside the page, where a script does it between key presses.
    ...(zipped && { gzip: form('', size, 'gzip') }),
  };
}

/** The address of a file: pages without `.html`, folders without a slash at the end. */
function addressOf(name: string): string {
  if (name === 'index.html') return '/';
  return `/${name.replace(/(\/index)?\.html$/, '')}`;
}

/** Answers with the file at an address; false when there is none, and nothing was sent. */
export type StaticFiles = ((
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
) => boolean) & {
  has(address: string): boolean;
};

/**
 * Serves a build's files: compressed ones to whoever takes them, small ones from memory.
 *
 * Ours rather than sirv's: that one ends the process on `Range: bytes=5-2` and on a file that was
 * deleted under it, and its ETags change with every build.
 * @param clientDir absolute
 */
export function staticFiles(clientDir: string, files: StaticFile[]): StaticFiles {
  const entries = new Map(files.map((file) => [addressOf(file.name), entryOf(clientDir, file)]));
  const memory = new Recent<Buffer>(keptInMemory);

  async function sendWhole(form: Form, response: ServerResponse): Promise<void> {
    try {
      const body = await readFile(form.file);
      memory.set(form.file, body, body.length);
      response.writeHead(200, form.headers).end(body);
    } catch {
      sendGone(response);
    }
  }

  function sendStream(form: Form, request: IncomingMessage, response: ServerResponse): void {
    const range = readRange(request.headers.range, form.size);
    if (range === 'unsatisfiable') {
      response.writeHead(416, [...always, 'Content-Range', `bytes */${form.size}`]).end();
      return;
    }
    const stream = createReadStream(form.file, range);
    stream.once('error', () => sendGone(response));
    stream.once('open', () => {
      if (range) {
        const headers = form.headers.slice();
        headers[headers.indexOf('Content-Length') + 1] = String(range.end - range.start + 1);
        headers.push('Content-Range', `bytes ${range.start}-${range.end}/${form.size}`);
        response.writeHead(206, headers);
      } else {
        response.writeHead(200, form.headers);
      }
      pipeline(stream, response, () => {});
    });
  }

  const serve = (request: IncomingMessage, response: ServerResponse, address: string): boolean => {
    const entry = entries.get(address);
    if (!entry) return false;
    const { headers } = request;
    const known = headers['if-none-match'];
    if (known !== undefined && (known === entry.etag || known.includes(entry.etag))) {
      response.writeHead(304, entry.plain.headers.slice(0, entry.plain.headers.length - 4)).end();
      return true;
    }
    const takes = headers['accept-encoding'] ?? '';
    const form =
      (entry.br && takes.includes('br') && entry.br) ||
      (entry.gzip && takes.includes('gzip') && entry.gzip) ||
      entry.plain;
    if (request.method === 'HEAD') {
      response.writeHead(200, form.headers).end();
      return true;
    }
    // A player asks for parts, and some refuse to play when they get the whole.
    const part = form === entry.plain && headers.range !== undefined;
    const body = part ? undefined : memory.get(form.file);
    if (body) response.writeHead(200, form.headers).end(body);
    else if (!part && form.size <= smallEnough) void sendWhole(form, response);
    else sendStream(form, request, response);
    return true;
  };
  return Object.assign(serve, { has: (address: string) => entries.has(address) });
}

/** The build was deleted under the running server: only this request fails. */
function sendGone(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(500, [...always, 'Content-Type', 'text/plain']).end('file missing\n');
}
