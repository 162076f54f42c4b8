import path from 'node:path';

/** What a link or a source in Markdown points at. Whether it exists is not looked up. */
export type LinkTarget =
  | { kind: 'article'; locale: string; category: string; slug: string; anchor: string | undefined }
  | { kind: 'category'; locale: string; category: string }
  /** A page of this site by its address, such as /search. */
  | { kind: 'page'; address: string }
  | { kind: 'external' }
  /** A file beside the articles, by its path in the content folder. */
  | { kind: 'asset'; file: string }
  | { kind: 'fault'; what: string; todo: string };

const SCHEME = /^([a-z][a-z\d+.-]*):/i;
const UNSAFE = new Set(['javascript', 'vbscript', 'data', 'file', 'blob']);
const ARTICLE = /^articles\/([^/]+)\/([^/]+)\/([^/]+)\.md$/;
const CATEGORY = /^articles\/([^/]+)\/([^/]+)(?:\/_category\.yml)?$/;

/**
 * Resolves `href` as written in `fromFile`, a path in the content folder.
 * `#anchor` alone is a section of the article itself.
 */
export function resolveArticleLink(fromFile: string, href: string): LinkTarget {
  const scheme = SCHEME.exec(href)?.[1]?.toLowerCase();
  if (scheme && UNSAFE.has(scheme)) {
    return fault(
      `a link must not start with ${scheme}:`,
      'link to an article, a file or a website',
    );
  }
  if (scheme || href.startsWith('//')) return { kind: 'external' };
  const [, rawPath = '', rawAnchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
  const written = decode(rawPath);
  const anchor = rawAnchor === undefined ? undefined : decode(rawAnchor);
  if (written === undefined || (rawAnchor !== undefined && anchor === undefined)) {
    return fault(`the link ${href} has a % that encodes nothing`, 'write %25 for a percent sign');
  }
  if (href === '') return fault('the link leads nowhere', 'write its address between the brackets');
  if (written.startsWith('/')) return { kind: 'page', address: rawPath };

  const target = written === '' ? fromFile : path.posix.join(path.posix.dirname(fromFile), written);
  if (target.startsWith('..')) {
    return fault(`the link ${href} leads out of the content folder`, 'correct the path');
  }
  return locate(target.normalize('NFC').replace(/\/$/, ''), anchor);
}

function locate(target: string, anchor: string | undefined): LinkTarget {
  const [, locale = '', category = '', slug = ''] =
    ARTICLE.exec(target) ?? CATEGORY.exec(target) ?? [];
  if (slug) return { kind: 'article', locale, category, slug, anchor };
  if (locale) return { kind: 'category', locale, category };
  return { kind: 'asset', file: target };
}

function fault(what: string, todo: string): LinkTarget {
  return { kind: 'fault', what, todo };
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
