import { articlePath } from '#src/features/articles/address.ts';
import type { Article } from '#src/features/content/article.ts';
import type { Content } from '#src/features/content/content.ts';
import { plainAddress } from '#src/features/content/page-at.ts';
import type { ArticleDigest } from './article-digest.ts';

/** A file before and after, as paths in the content folder; one of them is missing where it is new or gone. */
export interface FileChange {
  before?: string;
  after?: string;
}

/** An article that a branch touches. */
export interface ChangedArticle {
  /** Path in the content folder, where it stands now or stood. */
  file: string;
  /** What the branch does to it, for people. */
  what: string;
  /** What is known of it; undefined for what no reader has seen yet. */
  digest: ArticleDigest | undefined;
  /** Its old address, where that leads nowhere now. */
  lost?: string;
  /** Whether the article stands at `file` now, elsewhere than before. */
  isMoved?: true;
}

interface Place {
  locale: string;
  category: string;
  slug: string;
}

function placeOfFile(file: string | undefined): Place | undefined {
  const [, locale, category, slug] =
    /^articles\/([^/]+)\/([^/]+)\/([^/]+)\.md$/.exec((file ?? '').normalize('NFC')) ?? [];
  return locale && category && slug ? { locale, category, slug } : undefined;
}

/** Where addresses lead in a content folder as it is now. */
function addressBook({ site, articles }: Pick<Content, 'site' | 'articles'>) {
  const key = ({ locale, category, slug }: Place) => `${locale}/${category}/${slug}`;
  const standing = new Set(articles.map(key));
  const moved = new Map(
    articles.flatMap((article) =>
      article.redirectFrom.map((old) => [plainAddress(old) ?? old, article.file] as const),
    ),
  );
  const addressOf = ({ locale, category, slug }: Place) =>
    articlePath(site, locale, category, slug);
  return {
    addressOf,
    /** A page of a language without a text of its own shows the usual one's. */
    stands: (place: Place) =>
      site.locales.includes(place.locale) &&
      (standing.has(key(place)) || standing.has(key({ ...place, locale: site.defaultLocale }))),
    movedTo: (place: Place) => moved.get(plainAddress(addressOf(place)) ?? ''),
  };
}

/**
 * The articles that changes of files touch, those first whose readers would find nothing, then by
 * their readers. Who was renamed is known by git, or by the `redirectFrom` of what took its place;
 * an article is also touched by a snippet that it shows.
 * @param content as it is after the changes, without drafts
 */
export function changedArticles(
  changes: FileChange[],
  content: Pick<Content, 'site' | 'articles'>,
  digests: ArticleDigest[],
): ChangedArticle[] {
  const book = addressBook(content);
  const byFile = new Map(digests.map((digest) => [digest.file, digest]));
  const now = new Map(content.articles.map((article) => [article.file, article]));
  const found = new Map<string, ChangedArticle>();
  const add = (article: ChangedArticle) => void found.set(article.file, article);

  for (const { before, after } of changes) {
    const old = placeOfFile(before);
    if (!old) continue;
    const digest = byFile.get(before!);
    const heir = book.movedTo(old);
    const isLost = !book.stands(old) && heir === undefined;
    add({
      file: after ?? heir ?? before!,
      what: whatHappened(before!, after ?? heir, now),
      digest,
      ...(isLost && { lost: book.addressOf(old) }),
      ...(after !== undefined && after !== before && now.has(after) && { isMoved: true as const }),
    });
  }
  for (const { before, after } of changes) {
    const isNew = before === undefined && placeOfFile(after) !== undefined;
    if (isNew && !found.has(after!)) {
      add({ file: after!, what: 'new', digest: byFile.get(after!) });
    }
    const [, snippet] = /^snippets\/[^/]+\/([^/]+)\.md$/.exec(after ?? before ?? '') ?? [];
    if (snippet === undefined) continue;
    for (const article of content.articles) {
      if (found.has(article.file) || !shows(article, after)) continue;
      const digest = byFile.get(article.file);
      add({ file: article.file, what: `changed through the snippet ${snippet}`, digest });
    }
  }
  const lost = ({ lost: address }: ChangedArticle) => Number(address !== undefined);
  const views = ({ digest }: ChangedArticle) => digest?.views ?? 0;
  return [...found.values()].sort(
    (a, b) => lost(b) - lost(a) || views(b) - views(a) || (a.file < b.file ? -1 : 1),
  );
}

const shows = ({ bodySpans }: Article, file: string | undefined) =>
  bodySpans?.some((span) => span.file === file) ?? false;

function whatHappened(before: string, after: string | undefined, now: Map<string, Article>) {
  if (after === undefined) return 'removed';
  if (after !== before) return `moved from ${before}`;
  return now.has(after) ? 'edited' : 'no longer published';
}

/** Whether people come for an article, so that it must not disappear without a redirect. */
export const hasReaders = ({ digest }: ChangedArticle): boolean =>
  digest !== undefined && !digest.removed && (digest.views > 0 || digest.n > 0);
