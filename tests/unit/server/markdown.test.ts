import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '#src/server/markdown.ts';
import { checkSource, TooIntricate } from '#src/server/markdown-limits.ts';

const rel = 'rel="nofollow ugc noopener"';
/** What a text becomes that costs too much: itself, as it was typed. */
const asTyped = /^<pre tabindex="0"><code>/;

describe('text', () => {
  test.each([
    ['*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>'],
    ['a\\\nb', '<p>a<br>\nb</p>'],
    ['> a', '<blockquote>\n<p>a</p>\n</blockquote>'],
    ['3. a', '<ol start="3">\n<li>a</li>\n</ol>'],
    ['---', '<hr>'],
    ['', ''],
  ])('%j', async (markdown, html) => {
    expect(await renderMarkdown(markdown)).toBe(html);
  });

  test('headings begin below the titles of the page', async () => {
    const all = await renderMarkdown(
      [1, 2, 3, 4, 5, 6].map((depth) => `${'#'.repeat(depth)} T`).join('\n\n'),
    );
    expect(all.match(/<h\d>/g)).toEqual(['<h3>', '<h4>', '<h5>', '<h6>', '<h6>', '<h6>']);
  });

  test('HTML and comments show as they were typed, entities as what they stand for', async () => {
    expect(await renderMarkdown('Put `x` in <b onclick="a()">bold</b><!-- now -->')).toBe(
      '<p>Put <code>x</code> in &#x3C;b onclick="a()">bold&#x3C;/b>&#x3C;!-- now --></p>',
    );
    expect(await renderMarkdown('<div>\n*a*\n</div>')).toBe(
      '<p>&#x3C;div>\n<em>a</em>\n&#x3C;/div></p>',
    );
    expect(await renderMarkdown('&lt;i&gt; &copy;')).toBe('<p>&#x3C;i> ©</p>');
  });

  test('a footnote is no footnote, since its id could stand twice in a page', async () => {
    expect(await renderMarkdown('See[^1].\n\n[^1]: The note itself.')).not.toMatch(/\sid=|<sup/);
  });

  test('tables scroll by themselves, also by the keyboard', async () => {
    const html = await renderMarkdown('| a | b |\n|---|--:|\n| 1 | 2 |');
    expect(html).toMatch(/^<div class="table" tabindex="0"><table>.*<td>2<\/td>.*<\/div>$/s);
  });

  test('the box of a task is named by its text, and cannot be ticked', async () => {
    expect(await renderMarkdown('- [x] Buy *milk*')).toBe(
      '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" checked disabled aria-label="Buy milk"> Buy <em>milk</em></li>\n</ul>',
    );
  });
});

describe('links', () => {
  test.each([
    ['https://a.test/b?c=d&e', 'https://a.test/b?c=d&#x26;e'],
    ['HTTP://a.test', 'http://a.test'],
    ['/\\\\a.test', '/%5Ca.test'],
    ['mailto:a@b.test', 'mailto:a@b.test'],
    ['/articles/a/b#c', '/articles/a/b#c'],
    ['/', '/'],
  ])('%s is followed, and vouched for by nobody', async (address, href) => {
    expect(await renderMarkdown(`[a](${address})`)).toBe(`<p><a href="${href}" ${rel}>a</a></p>`);
  });

  test.each([
    'javascript:a()',
    'data:text/html,x',
    '//other.test',
    'page',
    './page',
    '#id',
    '?q=1',
    'tel:1',
    'https:other.test',
    'http',
  ])('%s is no link but its text', async (address) => {
    expect(await renderMarkdown(`[a *b*](<${address}> "title")`)).toMatch(
      /^<p>a <em>b<\/em><\/p>$/,
    );
  });

  test('bare addresses become links', async () => {
    expect(await renderMarkdown('www.a.test and b@c.test')).toBe(
      `<p><a href="http://www.a.test" ${rel}>www.a.test</a> and <a href="mailto:b@c.test" ${rel}>b@c.test</a></p>`,
    );
  });
});

describe('pictures', () => {
  test('an upload of ours is shown, in the size that its name says', async () => {
    const address = '/uploads/0123456789abcdef0123456789abcdef-1600x90.webp';
    expect(await renderMarkdown(`![a "b"](${address} "t")`)).toBe(
      `<p><img src="${address}" alt="a &#x22;b&#x22;" width="1600" height="90" loading="lazy" decoding="async"></p>`,
    );
  });

  test.each([
    'https://other.test/a.png',
    '/account/sign-out',
    '/uploads/../a',
    '/uploads/%2e%2e/a',
    '/uploads/a.png',
    '/uploads/0123456789abcdef0123456789abcdef-0x90.webp',
    '/uploads/0123456789abcdef0123456789abcdef-90x90.svg',
    '/uploads/0123456789abcdef0123456789abcdef-90x90.webp?a',
  ])('%s is a link', async (address) => {
    const link = `<a href="${address}" ${rel}>`;
    expect(await renderMarkdown(`![a](${address})`)).toBe(`<p>${link}a</a></p>`);
    expect(await renderMarkdown(`![](${address})`)).toBe(`<p>${link}${address}</a></p>`);
  });

  test('a picture of elsewhere in a link is the text of that link', async () => {
    expect(await renderMarkdown('[![a](https://o.test/a.png)](/x)')).toBe(
      `<p><a href="/x" ${rel}>a</a></p>`,
    );
  });

  test('a picture with an address that is no link is its text', async () => {
    expect(await renderMarkdown('![a](data:image/png;base64,x)')).toBe('<p>a</p>');
  });
});

describe('code', () => {
  test('is coloured by classes', async () => {
    const html = await renderMarkdown('```JS\nconst a = 1; // <b>\n```');
    expect(html).toContain('<pre tabindex="0"><code class="language-JS"><span class="line">');
    expect(html).toContain('<span class="token-keyword">const</span>');
    expect(html).toContain('&#x3C;b>');
    expect(html).not.toContain('style');
  });

  test.each(['', 'klingon', 'org', 'constructor', '__proto__', '"><script>'])(
    'in the language %j stays plain',
    async (language) => {
      const html = await renderMarkdown(`\`\`\`${language}\n<i>\n\`\`\``);
      expect(html).toMatch(/>&#x3C;i>\n<\/code><\/pre>$/);
    },
  );

  test('is coloured up to 4,000 characters of a text and 120 of a line', async () => {
    const block = (line: string, times: number) => `\`\`\`js\n${`${line}\n`.repeat(times)}\`\`\`\n`;
    const marked = async (markdown: string) =>
      (await renderMarkdown(markdown)).match(/token-/g)?.length ?? 0;
    expect(await marked(block('let a;', 500))).toBe(500);
    expect(await marked(block('let a;', 600))).toBe(0);
    expect(await marked(block('let a;', 300) + block('let b;', 300))).toBe(
      await marked(block('let a;', 300)),
    );
    expect(await marked(block(`let ${'a'.repeat(200)} = 1;`, 1))).toBe(0);
  });
});

test('the same text gives the same HTML, whoever asks and how often', async () => {
  const markdown = '# A\n\n```ts\nlet a: string;\n```';
  const [first, second] = await Promise.all([renderMarkdown(markdown), renderMarkdown(markdown)]);
  expect(second).toBe(first);
  expect(await renderMarkdown(markdown)).toBe(first);
});

const longest = 20_000;
const upTo = (unit: string, length = longest) => unit.repeat(Math.floor(length / unit.length));
const nested = (open: string, close: string, times: number) =>
  open.repeat(times) + close.repeat(times);

describe('what would cost more than its length', () => {
  test.each([
    ['quotes in quotes', upTo('> ')],
    ['lists in lists', upTo('- ')],
    ['numbered lists in lists', upTo('1. ')],
    ['many shallow lists', upTo(`${'- '.repeat(10)}a\n`)],
    ['very many lines', upTo('a\n')],
    ['very many headings', upTo('a\n===\n')],
    ['emphasis in emphasis', nested('*a ', 'a* ', 3000)],
    ['strong in strong', nested('**a ', 'a** ', 2000)],
    ['struck in struck', nested('~~a ', 'a~~ ', 2000)],
    ['stars among underscores', upTo('*_')],
    ['brackets', upTo('[')],
    ['pictures in pictures', nested('![', '](b)', 2000)],
    ['links in links', nested('[', '](b)', 2000)],
    ['marks after a fence that only looks like one', `- a\n  \`\`\`\n${upTo('*_', 19_000)}`],
    ['marks after a fence that has ended', `\`\`\`\na\n\`\`\`\n${upTo('*_', 19_000)}`],
  ])('is refused before it is parsed: %s', async (_, bomb) => {
    expect(() => checkSource(bomb)).toThrow(TooIntricate);
    expect(await renderMarkdown(bomb)).toMatch(asTyped);
  });

  test.each([
    [
      'lists by their indent',
      Array.from({ length: 30 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n'),
    ],
    ['emphasis, just below the number of marks', nested('*a ', 'a* ', 190)],
    ['a table of short rows', `${'|a'.repeat(90)}|\n${'|-'.repeat(90)}|\n${'|\n'.repeat(50)}`],
  ])('is refused once its tree is known: %s', async (_, bomb) => {
    expect(() => checkSource(bomb)).not.toThrow();
    expect(await renderMarkdown(bomb)).toMatch(asTyped);
  });

  test.each([
    ['stars', upTo('*')],
    ['angles', upTo('<')],
    ['parentheses', upTo('(')],
    ['pipes', upTo('|')],
    ['ampersands', upTo('&')],
    ['backslashes', upTo('\\')],
    [
      'backticks of growing length',
      Array.from({ length: 195 }, (_, at) => '`'.repeat(at)).join(' '),
    ],
    ['comments that never end', upTo('<!--')],
    ['tags that never end', upTo('<a href="')],
    ['hosts', upTo('www.a ')],
    ['hosts that go on', upTo('www.')],
    ['mail addresses', upTo('a@a.aa ')],
    ['a mail address that goes on', `${'a'.repeat(9000)}@${'a.'.repeat(5000)}`],
    ['null characters', upTo('\0')],
    ['spaces', upTo(' ')],
    ['code made to be slow', `\`\`\`html\n${`${'<'.repeat(119)}\n`.repeat(33)}\`\`\``],
  ])('or looks so, is drawn in bounds: %s', async (_, bomb) => {
    const before = process.cpuUsage();
    const html = await renderMarkdown(bomb);
    const { user, system } = process.cpuUsage(before);
    // Of the processor, not of the clock: a busy machine does not make it more.
    expect((user + system) / 1e6).toBeLessThan(4);
    // A bare host of five characters becomes a link of fifty.
    expect(html.length).toBeLessThan(longest * 12);
  });

  test('what people write is not: code with many brackets, long lists, rules', async () => {
    const code = `\`\`\`json\n${'[[1, 2], [3, 4]],\n'.repeat(500)}\`\`\``;
    const list = Array.from({ length: 300 }, (_, at) => `- *item* ${at}`).join('\n\n');
    const rule = `${'-'.repeat(200)}\n\n${'*'.repeat(200)}\n\n${'_'.repeat(200)}`;
    for (const text of [code, list, rule]) expect(() => checkSource(text)).not.toThrow();
    expect(await renderMarkdown(list)).toMatch(/^<ul>/);
  });
});
