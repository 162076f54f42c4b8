import { expect, test } from 'vitest';
import { readBody } from '#src/features/content/read-body.ts';
import { renderArticle } from '#src/features/articles/render-article.ts';
import { messagesFor } from '#src/locales/messages.ts';

const render = (body: string, locale = 'en') =>
  renderArticle(body, { locale, link: () => undefined, asset: () => undefined });

/** Ids in the page, in order. */
async function ids(body: string): Promise<string[]> {
  const html = await render(body);
  return [...html.matchAll(/<h[1-6][^>]* id="([^"]*)"/g)]
    .map(([, id = '']) => id.replaceAll('&amp;', '&').replaceAll('&#x27;', "'"))
    .filter((id) => id !== 'footnote-label');
}

const tricky = [
  ['plain', '## Plain words'],
  ['two of one name', '## Same\n\n## Same\n\n### Same'],
  ['own id', '## Long title {#short}'],
  ['own id beside a made one', '## Same {#own}\n\n## Same\n\n## Same'],
  ['a name that looks like a counted one', '## A\n\n## A\n\n## A 1'],
  ['code', '## The `title` field'],
  ['emphasis', '## *Very* **strong** ~~gone~~ words'],
  ['a link', '## See [the docs](https://a.b/c)'],
  ['an address', '## https://example.com and <https://a.b>'],
  ['an image at the end', '## Gear ![A gear](https://a.b/x.png)'],
  ['only an image', '## ![A gear](https://a.b/x.png)'],
  ['a key', '## Press :kbd[Ctrl+K] to search'],
  ['a colon', '## At 10:30, key:value and ratio 3:2'],
  ['a footnote mark', '## Claim[^1] made\n\n[^1]: Source.'],
  ['two spaces', '## Two  spaces'],
  ['raw HTML', '## A <b>bold</b> one<br>'],
  ['entities', '## Q&amp;A &lt;tag&gt; &copy;'],
  ['escapes', '## \\*not\\* \\_emphasis\\_'],
  ['quotes', '## What’s “new” in "it"?'],
  ['umlauts', '## Über Größe'],
  ['Japanese', '## 検索のしかた'],
  ['Arabic', '## كيف تبحث؟'],
  ['an emoji', '## Party 🎉 time'],
  ['closing hashes', '## Closed ##'],
  ['underlined', 'Underlined\n---\n\nText'],
  ['nothing but an id', '## {#empty}'],
  ['in a quotation', '> ## Quoted'],
  ['in a list', '- ## Listed'],
  ['in blocks', ':::note\n### In a note\n:::\n\n::::tabs\n:::tab[A]\n### In a tab\n:::\n::::'],
  ['in details', ':::details[More]\n#### Deep\n:::'],
  ['every level', '# One\n\n## Two\n\n### Three\n\n#### Four\n\n##### Five\n\n###### Six'],
] as const;

test.each(tricky)('the anchors of the page are those the check knows: %s', async (_, body) => {
  const { anchors, sections } = readBody(body, 'en');
  const inPage = await ids(body);
  expect([...anchors]).toEqual([...new Set(inPage)]);
  expect(inPage).toEqual(expect.arrayContaining(sections.map(({ id }) => id)));
});

test('each heading can be linked to, by a link that says where it leads', async () => {
  const html = await render('## Über :kbd[Ctrl+K] & "quotes"');
  expect(html).toContain('href="#über-ctrlk--quotes"');
  expect(html).toContain('aria-label="Link to “Über Ctrl+K &amp; &quot;quotes&quot;”"');
  expect(await render('## Titel', 'de')).toContain(
    `aria-label="${messagesFor('de').article.linkToSection('Titel')}"`,
  );
});

test('the heading of the footnotes is none of the article’s', async () => {
  const html = await render('Text[^1]\n\n[^1]: Note.');
  expect(html).not.toContain('class="anchor"');
});

test('sections go from the second to the fourth level', () => {
  const { sections } = readBody('# One\n\n## Two\n\n#### Four\n\n##### Five', 'en');
  expect(sections.map(({ title, depth }) => [title, depth])).toEqual([
    ['Two', 2],
    ['Four', 4],
  ]);
});
