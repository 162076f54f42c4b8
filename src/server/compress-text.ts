import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** Below this, what compression saves does not fill a packet. */
const WORTH_IT = 1000;

/** What a browser takes, the smaller first; undefined for a text as it is. */
export function encodingFor({ headers }: IncomingMessage, bytes: number): Encoding | undefined {
  if (bytes < WORTH_IT) return undefined;
  const takes = headers['accept-encoding'] ?? '';
  if (takes.includes('br')) return 'br';
  return takes.includes('gzip') ? 'gzip' : undefined;
}

/**
 * Compresses beside the main thread.
 * @param isKept whether it will be sent often, which is worth more time
 */
export function compressText(body: Buffer, encoding: Encoding, isKept: boolean): Promise<Buffer> {
  if (encoding === 'gzip') return gzip(body, { level: isKept ? 6 : 1 });
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_SIZE_HINT: hint } = zlib.constants;
  return brotli(body, { params: { [quality]: isKept ? 5 : 1, [hint]: body.length } });
}
