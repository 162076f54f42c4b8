import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it came over the wire. */
export interface ReceivedWebhook {
  method: string;
  path: string;
  headers: Headers;
  body: string;
}

export interface WebhookReceiver {
  /** Under the name `localhost`. */
  url: string;
  port: number;
  received: ReceivedWebhook[];
  /** The status of all answers from now on, with headers if given; `silent` answers nothing. */
  answer(status: number | 'silent', headers?: Record<string, string>): void;
  close(): Promise<void>;
}

/** A real HTTP server that takes webhooks, on a port of its own. */
export async function webhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  let status: number | 'silent' = 204;
  let answered: Record<string, string> = {};
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const headers = new Headers(request.headers as Record<string, string>);
      received.push({ method: request.method ?? '', path: request.url ?? '', headers, body });
      if (status !== 'silent') response.writeHead(status, answered).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/hook`,
    port,
    received,
    answer: (next, headers = {}) => {
      status = next;
      answered = headers;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
