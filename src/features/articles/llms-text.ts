import { articlePath } from './address.ts';
import type { Library } from './library.ts';

/**
 * The site's table of contents for AI assistants: every listed article of the default locale by
 * category, linked to its Markdown. @see https://llmstxt.org
 */
export function llmsText(library: Library, origin: URL | undefined): string {
  const { site } = library;
  const locale = site.defaultLocale;
  const lines = [`# ${site.name}`, ''];
  if (site.description) lines.push(`> ${site.description}`, '');
  for (const { category, articles } of library.shelves(locale)) {
    lines.push(`## ${category.title}`, '');
    for (const { article } of articles) {
      const path = `${articlePath(site, locale, article.category, article.slug)}.md`;
      const note = article.description ? `: ${article.description}` : '';
      lines.push(`- [${article.title}](${new URL(path, origin).href})${note}`);
    }
    lines.push('');
  }
  return lines.join('\n');
}
