import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Manifest } from '#src/features/articles/manifest.ts';
import { canonicalAddress } from '#src/server/canonical-address.ts';
import { readFileIndex } from '#src/server/file-index.ts';
import type { RenderPage } from '#src/server/page-shell.ts';
import { type StaticFiles, staticFiles } from '#src/server/static-files.ts';

/** A build that is ready to answer. */
export interface OpenedBuild {
  folder: string;
  files: StaticFiles;
  /** Where an address has moved to, if it has; without the query. */
  movedTo(pathname: string): string | undefined;
  /** The pages that are made on demand, as the Astro adapter hands them out. */
  pages: RenderPage;
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname).normalize();
  } catch {
    return pathname;
  }
}

/** Loads a build beside those that are open already. */
export async function openBuild(folder: string): Promise<OpenedBuild> {
  const clientDir = path.join(folder, 'client');
  const files = staticFiles(clientDir, await readFileIndex(folder));
  const manifest = JSON.parse(
    await readFile(path.join(folder, 'articles.json'), 'utf8'),
  ) as Manifest;
  const redirects = new Map(
    Object.entries(manifest.redirects).map(([from, to]) => [
      decoded(from).replace(/(?<=.)\/$/, ''),
      to,
    ]),
  );
  const prefix = `/${manifest.site.defaultLocale}/`;
  const entry = pathToFileURL(path.join(folder, 'server', 'entry.mjs')).href;
  const { handler } = (await import(entry)) as { handler: RenderPage };

  return {
    folder,
    files,
    movedTo(pathname) {
      const canonical = canonicalAddress(pathname);
      const plain = decoded(pathname).replace(/(?<=.)\/$/, '');
      const moved = redirects.get(plain) ?? redirects.get(decoded(canonical));
      if (moved) return moved;
      // The default locale's pages have no prefix.
      if (`${canonical}/`.startsWith(prefix)) return `/${canonical.slice(prefix.length)}`;
      if (canonical === pathname) return undefined;
      // Only what exists loses its `.html`: the page for missing addresses shows what was asked for.
      const isPage = !/(\.html|\/index)\/?$/.test(pathname) || files.has(decoded(canonical));
      return isPage ? canonical : undefined;
    },
    pages: handler,
  };
}
