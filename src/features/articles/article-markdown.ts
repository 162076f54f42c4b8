import type { Article } from './article.ts';
import { references } from './article-page.ts';
import type { Library } from './library.ts';

/** `[text](target "title")` and `![alt](target)`, outside of code. */
const REFERENCE = /(!?\[(?:[^\]\\]|\\.)*\]\()(<[^>]*>|[^\s)]+)/g;
const CODE = /(^|\n)(`{3,}|~{3,})[\s\S]*?\n\2[^\n]*|`[^`\n]+`/g;

/**
 * An article as one Markdown text that can be read away from the site: its title on top and
 * every relative link and image with its full address.
 */
export function articleMarkdown(
  library: Library,
  locale: string,
  article: Article,
  origin: URL | undefined,
): string {
  const { link, asset } = references(library, locale, article);
  const absolute = (target: string): string => {
    const bare = target.replace(/^<|>$/g, '');
    const file = asset(bare)?.files.at(-1)?.name;
    const path = file ? `/files/${file}` : link(bare);
    return path?.startsWith('/') ? new URL(path, origin).href : bare;
  };
  const mend = (prose: string) =>
    prose.replace(REFERENCE, (_, before: string, target: string) => before + absolute(target));
  let body = '';
  let from = 0;
  for (const code of article.body.matchAll(CODE)) {
    body += mend(article.body.slice(from, code.index)) + code[0];
    from = code.index + code[0].length;
  }
  body += mend(article.body.slice(from));
  return `# ${article.title}\n\n${body.trim()}\n`;
}
