import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';

/** Whether a form comes from a page of this site: browsers name the page's origin, others cannot forge it. */
export function isFromOwnPage({ headers, socket }: IncomingMessage): boolean {
  const protocol = (socket as Partial<TLSSocket>).encrypted ? 'https' : 'http';
  return headers.origin === `${protocol}://${headers.host}`;
}
