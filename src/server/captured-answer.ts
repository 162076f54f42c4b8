import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** What a page has answered, before anything of it is sent. */
export interface Answer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

const isText = ({ 'content-type': type }: OutgoingHttpHeaders) =>
  /^(text\/html|application\/(json|atom\+xml|xml))/.test(String(type));

const lowerCased = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/**
 * Keeps back what will be written to a response, if it is a text that comes to an end; everything
 * else, such as pictures and streams of events, goes its way.
 * @returns undefined when nothing was kept back, or when whoever asked has gone
 */
export function captureAnswer(response: ServerResponse): Promise<Answer | undefined> {
  const { writeHead, write, end, destroy } = response;
  const chunks: Buffer[] = [];
  let head: Omit<Answer, 'body'> | undefined;
  return new Promise((resolve) => {
    const release = (answer?: Answer) => {
      Object.assign(response, { writeHead, write, end, destroy });
      resolve(answer);
    };
    response.once('close', () => release());
    const keep = (chunk: unknown) => {
      if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
      else if (chunk instanceof Uint8Array)
        chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    };
    Object.assign(response, {
      writeHead(status: number, given: OutgoingHttpHeaders = {}) {
        const headers = { ...response.getHeaders(), ...lowerCased(given) };
        if (isText(headers)) head = { status, headers };
        else {
          release();
          response.writeHead(status, given);
        }
        return response;
      },
      write(chunk: unknown, written?: unknown) {
        keep(chunk);
        if (typeof written === 'function') process.nextTick(written);
        return true;
      },
      // So Astro gives up a page that fails half-way; nothing of it has been sent yet.
      destroy() {
        release();
        response.writeHead(500, { 'Content-Type': 'text/plain' }).end('internal error\n');
        return response;
      },
      end(chunk?: unknown) {
        keep(chunk);
        if (head)
          release({ ...head, body: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks) });
        else {
          release();
          response.end();
        }
        return response;
      },
    });
  });
}
