import { nearest } from './nearest.ts';
import { pageAt, plainAddress } from './page-at.ts';
import type { Complaint, ReferencePlace } from './reference-place.ts';
import { relativePath } from './relative-path.ts';
import type { LinkTarget } from './resolve-article-link.ts';

/** Checks that a linked article is there, in its locale or the default one, and its section too. */
export function checkArticleLink(
  target: Extract<LinkTarget, { kind: 'article' }>,
  { fromFile, writtenIn, index }: ReferencePlace,
): Complaint | undefined {
  const { locale, category, slug, anchor } = target;
  const file = `articles/${locale}/${category}/${slug}.md`;
  const found = index.find(locale, category, slug);
  if (found) {
    return checkAnchor(
      anchor,
      found.anchors,
      file === fromFile ? 'this article' : found.article.file,
    );
  }
  const hidden = index.findHidden(locale, category, slug)?.article;
  if (hidden) {
    const state = hidden.draft ? 'a draft' : `not published before ${hidden.publishAt}`;
    return [`the link leads to ${file}, which is ${state}`, 'remove the link for now'];
  }
  if (!index.site.locales.includes(locale)) {
    const locales = index.site.locales.join(', ');
    return [`the site has no locale "${locale}"`, `use one of: ${locales}`];
  }
  const guess = index.guess(locale, category, slug);
  const todo = guess
    ? `link to ${relativePath(writtenIn, `articles/${locale}/${guess}.md`)} if you meant that`
    : 'correct the path';
  return [`the link leads to ${file}, which does not exist`, todo];
}

function checkAnchor(
  anchor: string | undefined,
  anchors: Set<string>,
  where: string,
): Complaint | undefined {
  // Every page has a top, named or not.
  if (!anchor || anchor === 'top' || anchors.has(anchor)) return undefined;
  const guess = nearest(anchor, anchors);
  const todo = guess
    ? `write #${guess} if you meant that`
    : 'use the anchor of one of its headings';
  return [`there is no section #${anchor} in ${where}`, todo];
}

/** An address on this site: right for pages that have no file here, and for nothing else. */
export function checkPageLink(
  address: string,
  url: string,
  { writtenIn, index }: ReferencePlace,
): Complaint | undefined {
  const plain = plainAddress(address);
  const page = plain === undefined ? undefined : pageAt(plain, index);
  if (page && !page.file) return undefined;
  const file = page?.file ?? index.movedTo(plain ?? '');
  if (file) {
    const anchor = /#.*$/.exec(url)?.[0] ?? '';
    const what = `${url} is an address of the site, which cannot be followed here`;
    return [what, `write the path of its file: ${relativePath(writtenIn, file)}${anchor}`];
  }
  const todo = 'write the relative path of an article, or a whole address with https://';
  return [`there is no page ${url} on this site`, todo];
}
