import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { shareFile } from '#src/server/share-file.ts';

const ENTRY = 'pagefind-entry.json';
/** What reads an index; Pagefind's ready-made interfaces stay behind. */
const RUNTIME = ['pagefind.js', 'pagefind-worker.js', 'wasm.unknown.pagefind'];
/** Folder of pieces → their file ending. Pieces are named by what they hold. */
const PIECES = { fragment: 'pf_fragment', index: 'pf_index' };

interface Entry {
  languages: Record<string, { hash: string; wasm: string | null }>;
}

/**
 * Brings the index in `from` to `to`, and removes from both the pieces of earlier ones. The
 * entry comes after all it names, so a server running meanwhile has what its readers ask for.
 */
export async function publishIndex(from: string, to: string): Promise<void> {
  const { hashed, named } = await filesOfIndex(from);
  const present = new Set(await piecesIn(to));
  await Promise.all(
    Object.keys(PIECES).map((folder) => mkdir(path.join(to, folder), { recursive: true })),
  );
  // Pieces are never written again, so they can be shared; the rest is by the next indexing.
  for (const file of hashed) {
    if (!present.has(file)) shareFile(path.join(from, file), path.join(to, file));
  }
  for (const file of named) await copyFile(path.join(from, file), path.join(to, file));

  const wanted = new Set(hashed);
  for (const folder of [from, to]) {
    const stale = (await piecesIn(folder)).filter((file) => !wanted.has(file));
    for (const file of stale) await rm(path.join(folder, file));
  }
}

/** The files that an index consists of, the entry last. */
async function filesOfIndex(dir: string): Promise<{ hashed: string[]; named: string[] }> {
  const { languages } = JSON.parse(await readFile(path.join(dir, ENTRY), 'utf8')) as Entry;
  const hashed: string[] = [];
  const wasms = new Set<string>();
  const present = new Set(await piecesIn(dir));
  for (const [language, { hash, wasm }] of Object.entries(languages)) {
    const meta = `pagefind.${hash}.pf_meta`;
    hashed.push(meta);
    if (wasm) wasms.add(`wasm.${wasm}.pagefind`);
    for (const name of namesIn(gunzipSync(await readFile(path.join(dir, meta))), language)) {
      for (const [folder, ending] of Object.entries(PIECES)) {
        const file = `${folder}/${name}.${ending}`;
        if (present.has(file)) hashed.push(file);
      }
    }
  }
  return { hashed, named: [...RUNTIME, ...wasms, ENTRY] };
}

/**
 * Names of pieces in a language's directory, such as `en_1699cce`. It is CBOR, where a short
 * text follows a byte that holds 0x60 plus its length.
 */
function namesIn(meta: Buffer, language: string): Set<string> {
  const names = new Set<string>();
  const start = `${language}_`;
  for (let at = meta.indexOf(start); at > 0; at = meta.indexOf(start, at + 1)) {
    const length = (meta[at - 1] ?? 0) - 0x60;
    if (length > start.length) names.add(meta.toString('latin1', at, at + length));
  }
  return names;
}

async function piecesIn(dir: string): Promise<string[]> {
  const listed = await Promise.all(
    ['.', ...Object.keys(PIECES)].map(async (folder) => {
      const names = await readdir(path.join(dir, folder)).catch(() => []);
      return names.map((name) => (folder === '.' ? name : `${folder}/${name}`));
    }),
  );
  return listed.flat().filter((file) => /\.pf_\w+$/.test(file));
}
