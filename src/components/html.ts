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
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A script that stands in the page; one that the policy of `inline-scripts.ts` does not know is blocked. */
export function inlineScript(code: string): SafeHtml {
  return trustHtml(`<script>${code}</script>`);
}

/** A value as JSON that may stand inside a `<script>` element. */
export function scriptJson(value: unknown): SafeHtml {
  return trustHtml(JSON.stringify(value).replaceAll('<', '\\u003c'));
}
