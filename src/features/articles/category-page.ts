import { digestOf } from '#src/server/digest.ts';
import { categoryPath } from './address.ts';
import type { Library, Shelf } from './library.ts';

/** Changes when anything that a category's page prints changes. */
export function categoryCacheKey(library: Library, shelf: Shelf): string {
  const listed = shelf.articles.map(({ article: { slug, title, description, updated } }) => [
    slug,
    title,
    description,
    updated,
  ]);
  const translations = categoryTranslations(library, shelf);
  return digestOf([library.site, library.content.notices, shelf.category, listed, translations]);
}

/** The category's page in every locale that lists it. */
export function categoryTranslations(
  library: Library,
  { category: { name } }: Shelf,
): { locale: string; url: string }[] {
  const { site } = library;
  return site.locales
    .filter((locale) => library.shelves(locale).some(({ category }) => category.name === name))
    .map((locale) => ({ locale, url: categoryPath(site, locale, name) }));
}
