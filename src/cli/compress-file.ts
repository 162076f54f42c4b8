import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { isHashed, type StaticFile } from '#src/server/file-index.ts';
import { shareFile } from '#src/server/share-file.ts';

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;

const text = /\.(html|css|m?js|svg|xml|txt|json|md|webmanifest|ics|csv)$/;
/** Below this, headers weigh more than what is saved. */
const smallest = 200;

/** A file of an earlier build, whose compressed copies can be used again. */
export interface EarlierFile {
  clientDir: string;
  file: StaticFile;
}

function compressed(name: string, bytes: Buffer): { br?: Buffer; gz?: Buffer } {
  if (!text.test(name) || bytes.length < smallest) return {};
  const pays = (packed: Buffer) => packed.length < bytes.length * 0.95;
  const gz = zlib.gzipSync(bytes, { level: 6 });
  // Few read articles as Markdown; for them one copy does.
  if (name.endsWith('.md')) return pays(gz) ? { gz } : {};
  const isPage = name.endsWith('.html');
  const br = zlib.brotliCompressSync(bytes, {
    params: {
      // Assets are few and part of every visit. Of pages there may be thousands: 5 takes 1.4 ms
      // for 45 kB, where 9 takes half as long again for a two-hundredth less, 11 twenty times as
      // long for a tenth less; and a window larger than a page costs time to clear.
      [BROTLI_PARAM_QUALITY]: isPage ? 5 : 11,
      [BROTLI_PARAM_LGWIN]: isPage ? 16 : 20,
      [BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  return { ...(pays(br) && { br }), ...(pays(gz) && { gz }) };
}

/** Gives a file the compressed copies of an earlier one. @returns whether they were there */
function shareCopies(file: string, { clientDir, file: known }: EarlierFile): boolean {
  const old = path.join(clientDir, known.name);
  try {
    if (known.br) shareFile(`${old}.br`, `${file}.br`);
    if (known.gzip) shareFile(`${old}.gz`, `${file}.gz`);
    return true;
  } catch {
    // The earlier build is no longer whole.
    return false;
  }
}

/**
 * Puts a brotli and a gzip copy beside a file that gains by it. Works without pause: meant for a
 * thread of its own.
 * @param name path below `clientDir`
 * @param earlier the file of this name in an earlier build, if there is one
 * @returns what the server has to know of it
 */
export function compressFile(clientDir: string, name: string, earlier?: EarlierFile): StaticFile {
  const file = path.join(clientDir, name);
  const known = earlier && { ...earlier.file, keptSince: undefined };
  // A name that carries a hash says enough.
  if (earlier && known && isHashed(name) && shareCopies(file, earlier)) return known;
  const bytes = fs.readFileSync(file);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
  if (earlier && known?.hash === hash && shareCopies(file, earlier)) return known;
  const { br, gz } = compressed(name, bytes);
  // Not written over: what is there may be shared with the earlier build.
  for (const ending of ['.br', '.gz']) fs.rmSync(file + ending, { force: true });
  if (br) fs.writeFileSync(`${file}.br`, br);
  if (gz) fs.writeFileSync(`${file}.gz`, gz);
  return {
    name,
    hash,
    size: bytes.length,
    ...(br && { br: br.length }),
    ...(gz && { gzip: gz.length }),
  };
}
