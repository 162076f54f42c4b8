import { escapeHtml } from '#src/components/html.ts';
import { isRightToLeft } from '#src/components/language.ts';

/** What a mail says, before it has a form. */
export interface Letter {
  locale: string;
  paragraphs: string[];
  /** Where it leads; `url` with its origin. */
  link?: { label: string; url: string };
  /** Who sends it. */
  from: string;
}

/** A mail in its two forms; no picture, no style that a reader would have to load. */
export function formsOfLetter({ locale, paragraphs, link, from }: Letter): {
  text: string;
  html: string;
} {
  const text = [...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : []), `-- \n${from}`];
  const html = [
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...(link ? [`<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>`] : []),
    `<p>${escapeHtml(from)}</p>`,
  ];
  const direction = isRightToLeft(locale) ? 'rtl' : 'ltr';
  return {
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${locale}" dir="${direction}"><body>${html.join('')}</body></html>`,
  };
}
