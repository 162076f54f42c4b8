import type { Asset } from './asset.ts';

/** How an article's relative references become addresses of the site. */
export interface References {
  locale: string;
  /** The address for a link as written; undefined leaves it as it is. */
  link(href: string): string | undefined;
  /** The local file for a source as written; undefined when it is elsewhere or missing. */
  asset(source: string): Asset | undefined;
}

/** The public address of a local file, or the source itself when it is no local file. */
export function assetAddress(references: References, source: string): string {
  const name = references.asset(source)?.files.at(-1)?.name;
  return name ? `/files/${name}` : source;
}
