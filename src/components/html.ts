declare const safe: unique symbol;

/** HTML that may be printed as it is: made by our renderers, never taken from a visitor. */
export type SafeHtml = string & { readonly [safe]: true };

/** Vouches for `html`; only renderers of trusted or sanitised text may call it. */
export function trustHtml(html: string): SafeHtml {
  return html as SafeHtml;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML content or in a quoted attribute. */
export function escapeHtml(text: string): string {
  // Most have nothing to escape, and to find that out is three times quicker than to replace nothing.
  if (!/[&<>"']/.test(text)) return text;
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A piece of HTML that is finished, as distinct from text that has yet to be escaped. */
export class Markup {
  readonly html: SafeHtml;

  constructor(html: SafeHtml) {
    this.html = html;
  }

  toString(): SafeHtml {
    return this.html;
  }
}

/** HTML from elsewhere, such as a rendered text, as a part of a template. */
export const printed = (html: SafeHtml): Markup => new Markup(html);

type Part = Markup | string | number | false | null | undefined | readonly Part[];

function print(part: Part): string {
  if (part instanceof Markup) return part.html;
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return Array.isArray(part) ? part.map(print).join('') : '';
}

// What indents a line is for those who read the code; its end is left, since it stands for a space.
const withoutBreaks = new WeakMap<TemplateStringsArray, string[]>();

function readTemplate(strings: TemplateStringsArray): string[] {
  let texts = withoutBreaks.get(strings);
  if (!texts) {
    texts = strings.map((text) => text.replace(/\s*\n\s*/g, '\n'));
    withoutBreaks.set(strings, texts);
  }
  return texts;
}

/**
 * A template of HTML. Text that is put into it is escaped, so attributes have to be quoted;
 * nothing comes of false, null and undefined; lists are strung together.
 * @see decisions/016
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  const texts = readTemplate(strings);
  let made = texts[0] ?? '';
  for (let at = 0; at < parts.length; at += 1) made += print(parts[at]) + texts[at + 1];
  return new Markup(trustHtml(made));
}

/** A script that stands in the page; one that the policy of `inline-scripts.ts` does not know is blocked. */
export function inlineScript(code: string): SafeHtml {
  return trustHtml(`<script>${code}</script>`);
}

/** A value as JSON that may stand inside a `<script>` element. */
export function scriptJson(value: unknown): SafeHtml {
  return trustHtml(JSON.stringify(value).replaceAll('<', '\\u003c'));
}
