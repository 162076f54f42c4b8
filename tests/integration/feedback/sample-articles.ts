import type { Article } from '#src/features/content/article.ts';
import type { ArticleFacts } from '#src/features/articles/manifest.ts';
import { revisionOf } from '#src/features/content/revision.ts';

/** A text of `count` words that are told apart by `name`. */
export function text(name: string, count = 100): string {
  return Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');
}

/** `body` with its first `count` words exchanged. */
export function reworded(body: string, count: number, by = 'new'): string {
  return body
    .split(' ')
    .map((word, index) => (index < count ? `${by}${index}` : word))
    .join(' ');
}

/** An article as the content folder would give it. */
export function article(changes: Partial<Article> = {}): Article {
  const { locale = 'en', category = 'using', slug = 'invite', body = text('word') } = changes;
  return {
    locale,
    category,
    slug,
    file: `articles/${locale}/${category}/${slug}.md`,
    title: 'Invite people',
    owner: 'mara',
    order: 1,
    tags: [],
    keywords: [],
    updated: '2026-11-01',
    related: [],
    redirectFrom: [],
    draft: false,
    unlisted: false,
    body,
    bodyLine: 4,
    revision: revisionOf(body),
    words: 100,
    sections: [{ id: 'first', title: 'First', depth: 2 }],
    ...changes,
  };
}

/** What the build's manifest says of an article. */
export function factsOf(one: Article): ArticleFacts {
  const { locale, category, slug, title, revision, sections, file, words } = one;
  return { locale, category, slug, title, revision, sections, owner: one.owner, file, words };
}
