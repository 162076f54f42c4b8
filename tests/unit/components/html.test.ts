import { expect, test } from 'vitest';
import { escapeHtml, scriptJson } from '#src/components/html.ts';
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
