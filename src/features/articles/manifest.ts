import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readEnv } from '#src/server/env.ts';
import type { SafeHtml } from '#src/components/html.ts';
import type { Section } from '#src/features/content/article.ts';
import type { CannedReply, WordRule } from '#src/features/content/community-policy.ts';
import type { Author } from '#src/features/content/content.ts';
import type { SiteFacts } from './site-facts.ts';

/** What the server knows of an article without reading the content folder. */
export interface ArticleFacts {
  /** Locale of the text, which on a fallback page is not the page's. */
  locale: string;
  category: string;
  slug: string;
  title: string;
  revision: string;
  sections: Section[];
  owner?: string;
  file: string;
  /** Of its text. */
  words: number;
  /** Kept out of lists and searches: only its address leads to it. */
  unlisted?: true;
}

/** What the build leaves for the pages that are made on demand. */
export interface Manifest {
  site: SiteFacts;
  articles: ArticleFacts[];
  /** The shelves of each locale, in their order. */
  categories: { locale: string; name: string; title: string }[];
  /** How the community is kept; empty where the folder says nothing of it. */
  community: {
    guidelines: { locale: string; html: SafeHtml }[];
    wordRules: WordRule[];
    replies: CannedReply[];
  };
  /** Who owns articles; with their addresses, so it must not reach a page of readers. */
  authors: Author[];
  /** Address of the editing page; `{file}` stands for the path in the content folder. */
  editUrl?: string;
  /** Old path → path of the article, without origin. */
  redirects: Record<string, string>;
}

/** Its file in a build's folder. */
export const MANIFEST = 'articles.json';

/** How long a manifest is taken for the newest one, in milliseconds. */
const LOOK_EVERY = 1000;

interface Read {
  stamp: number;
  lookedAt: number;
  whole: Manifest;
  index: Map<string, ArticleFacts>;
}

let read: Read | undefined;

/**
 * In development, and for a command at a terminal where nothing was built: from the content folder.
 * What reads and renders that is loaded only then, since commands begin faster without it.
 */
async function unbuilt(): Promise<Pick<Read, 'whole' | 'index'>> {
  const [{ makeManifest }, { library }] = await Promise.all([
    import('./make-manifest.ts'),
    import('./library.ts'),
  ]);
  const whole = await makeManifest(await library(), new Date());
  return { whole, index: indexOf(whole) };
}

async function current(): Promise<Pick<Read, 'whole' | 'index'>> {
  if (import.meta.env?.DEV) return unbuilt();
  const lookedAt = Date.now();
  if (read && lookedAt - read.lookedAt < LOOK_EVERY) return read;
  // One looks, and all who come meanwhile go on with what is there.
  if (read) read.lookedAt = lookedAt;
  const file = path.join(readEnv().BUILD_DIR, MANIFEST);
  const { mtimeMs } = (await stat(file).catch(() => undefined)) ?? {};
  if (mtimeMs === undefined) return unbuilt();
  // A rebuild behind a running server puts a new file here.
  if (read?.stamp !== mtimeMs) {
    const whole = JSON.parse(await readFile(file, 'utf8')) as Manifest;
    read = { stamp: mtimeMs, lookedAt, whole, index: indexOf(whole) };
  }
  return read;
}

function indexOf({ articles }: Manifest): Map<string, ArticleFacts> {
  return new Map(articles.map((one) => [`${one.locale}/${one.category}/${one.slug}`, one]));
}

/** What the build left behind; in development made from the content folder as it is now. */
export async function manifest(): Promise<Manifest> {
  return (await current()).whole;
}

/** An article as a page of `locale` shows it: its own text, else the default locale's. */
export async function articleFacts(
  locale: string,
  category: string,
  slug: string,
): Promise<ArticleFacts | undefined> {
  const { whole, index } = await current();
  const { defaultLocale } = whole.site;
  return (
    index.get(`${locale}/${category}/${slug}`) ?? index.get(`${defaultLocale}/${category}/${slug}`)
  );
}
