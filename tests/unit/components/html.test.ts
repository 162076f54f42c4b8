import { expect, test } from 'vitest';
import { escapeHtml, html, printed, scriptJson, trustHtml } from '#src/components/html.ts';
import { hasIcon, iconSvg } from '#src/components/icon.ts';

test('text becomes HTML that shows the text', () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;</a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
  );
  expect(escapeHtml('検索 ✓')).toBe('検索 ✓');
});

test('JSON in a script cannot end the script', () => {
  const json = scriptJson({ text: '</script><!-- <b>' });
  expect(json).not.toContain('<');
  expect(JSON.parse(json)).toEqual({ text: '</script><!-- <b>' });
});

test('an icon takes the size and colour of the text, and says nothing to screen readers', () => {
  const svg = iconSvg('search');
  expect(svg).toMatch(/^<svg class="icon" width="1em" height="1em" [^>]*stroke="currentColor"/);
  expect(svg).toContain('aria-hidden="true"');
  expect(svg).not.toMatch(/\n|<!--|class="lucide/);
  expect(iconSvg('search')).toBe(svg);
});

test('only icons of the set are icons', () => {
  expect(hasIcon('thumbs-up')).toBe(true);
  for (const name of ['no-such-icon', '', '../package', '../icons/search', 'Search']) {
    expect(hasIcon(name), name).toBe(false);
  }
  expect(() => iconSvg('no-such-icon')).toThrow();
});

test('a template shows text as text, HTML as HTML, and nothing of what there is not', () => {
  const hostile = `"><script>alert('x')</script>`;
  const made = html`<p title="${hostile}">${hostile}</p>`.html;
  expect(made).not.toContain('<script');
  expect(made).not.toContain('"">');
  expect(html`<b>${printed(trustHtml('<i>so</i>'))}</b>`.html).toBe('<b><i>so</i></b>');
  const nothing: unknown[] = [];
  expect(html`<b>${false}${null}${undefined}${nothing.map(String)}${0}</b>`.html).toBe('<b>0</b>');
  const items = ['a', '<', 'c'].map((text) => html`<li>${text}</li>`);
  expect(html`<b>${items}</b>`.html).toBe('<b><li>a</li><li>&lt;</li><li>c</li></b>');
});

test('lines of a template are not indented, those of a text stay as they are', () => {
  const typed = '\n  two\n    lines';
  const made = html`<div>
    <p>${typed}</p>
  </div>`;
  expect(made.html).toBe(`<div>\n<p>${typed}</p>\n</div>`);
});
