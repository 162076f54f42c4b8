import { createHash } from 'node:crypto';
import type { Library, Shelf } from './library.ts';

/** Changes when anything that a category's page prints changes. */
export function categoryCacheKey(library: Library, shelf: Shelf): string {
  const listed = shelf.articles.map(({ article: { slug, title, description, updated } }) => [
    slug,
    title,
    description,
    updated,
  ]);
  const parts = [library.site, library.content.notices, shelf.category, listed];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
