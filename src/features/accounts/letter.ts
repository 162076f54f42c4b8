import { escapeHtml } from '#src/components/html.ts';
import { isRightToLeft } from '#src/components/language.ts';

/** Where a mail leads; `url` with its origin. */
export interface LetterLink {
  label: string;
  url: string;
}

/** Several to choose one of, side by side. */
export interface LetterChoice {
  links: LetterLink[];
}

/** What somebody else wrote, in their own language. */
export interface LetterQuote {
  quote: string;
  locale: string;
}

/** What a mail says, before it has a form. */
export interface Letter {
  locale: string;
  paragraphs: (string | LetterQuote | LetterLink | LetterChoice)[];
  /** Who sends it. */
  from: string;
}

type Paragraph = Letter['paragraphs'][number];

const directionOf = (locale: string) => (isRightToLeft(locale) ? 'rtl' : 'ltr');

function asText(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return paragraph;
  // A question that leads somewhere ends as it does.
  if ('url' in paragraph) {
    return `${paragraph.label}${/[?？؟]$/.test(paragraph.label) ? '' : ':'}\n${paragraph.url}`;
  }
  if ('links' in paragraph) {
    return paragraph.links.map(({ label, url }) => `${label}: ${url}`).join('\n');
  }
  return paragraph.quote.replaceAll(/^/gm, '> ');
}

const anchor = ({ label, url }: LetterLink) =>
  `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;

function asHtml(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return `<p>${escapeHtml(paragraph)}</p>`;
  if ('url' in paragraph) return `<p>${anchor(paragraph)}</p>`;
  if ('links' in paragraph) {
    return `<p>${paragraph.links.map(anchor).join(' &nbsp; ')}</p>`;
  }
  const { quote, locale } = paragraph;
  const lines = escapeHtml(quote).replaceAll('\n', '<br>');
  return `<blockquote lang="${locale}" dir="${directionOf(locale)}">${lines}</blockquote>`;
}

/** A mail in its two forms; no picture, no style that a reader would have to load. */
export function formsOfLetter({ locale, paragraphs, from }: Letter): {
  text: string;
  html: string;
} {
  const html = [...paragraphs, from].map(asHtml).join('');
  return {
    text: `${[...paragraphs.map(asText), `-- \n${from}`].join('\n\n')}\n`,
    html: `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><body>${html}</body></html>`,
  };
}
