import { describe, expect, test } from 'vitest';
import { renderArticle } from '#src/features/articles/render-article.ts';

async function render(body: string, locale = 'en'): Promise<string> {
  const nowhere = { locale, link: () => undefined, asset: () => undefined };
  return (await renderArticle(body, nowhere)).trim();
}

describe('callouts', () => {
  test.each([
    ['note', 'Note', 'Hinweis'],
    ['tip', 'Tip', 'Tipp'],
    ['warning', 'Warning', 'Achtung'],
    ['danger', 'Danger', 'Gefahr'],
  ])('a %s is told by a word, an icon and its class', async (name, english, german) => {
    const html = await render(`:::${name}\nMind *this*.\n:::`);
    expect(html).toContain(`<aside class="callout callout-${name}">`);
    expect(html).toContain('aria-hidden="true"');
    expect(html).toContain(`<p class="callout-title">${english}</p><p>Mind <em>this</em>.</p>`);
    expect(await render(`:::${name}\nText\n:::`, 'de')).toContain(`>${german}</p>`);
  });

  test('a title of its own takes the place of the word, marks and all', async () => {
    const html = await render(':::tip[Use `--json` **now** <3]\nText\n:::');
    expect(html).toContain(
      '<p class="callout-title">Use <code>--json</code> <strong>now</strong> &lt;3</p><p>Text</p>',
    );
    expect(html).not.toContain('>Tip<');
  });

  test('a callout holds blocks, and callouts in it keep their own title', async () => {
    const html = await render('::::note\n- one\n\n:::danger[Hot]\nText\n:::\n::::');
    expect(html).toMatch(/callout-note.*<li>one<\/li>.*callout-danger.*Hot.*<\/aside><\/aside>$/s);
  });
});

describe('tabs', () => {
  const os =
    '::::tabs{group="os"}\n:::tab[macOS]\nPress it.\n:::\n:::tab[Windows]\nHold it.\n:::\n::::';

  test('are radio buttons with labels, the first one chosen', async () => {
    expect(await render(os)).toContain(
      '<div class="tabs" role="group" aria-label="Choose one" data-group="os">' +
        '<div class="tab"><input type="radio" name="tabs-1" id="tabs-1-0" checked><label for="tabs-1-0">macOS</label><p>Press it.</p></div>' +
        '<div class="tab"><input type="radio" name="tabs-1" id="tabs-1-1"><label for="tabs-1-1">Windows</label><p>Hold it.</p></div></div>',
    );
  });

  test('take up a remembered choice right behind them, before anything is painted', async () => {
    expect(await render(os)).toMatch(/<\/div>\s*<script>restoreTabs\(\)<\/script>$/);
  });

  test('without a group remember nothing', async () => {
    const html = await render('::::tabs\n:::tab[A]\na\n:::\n::::');
    expect(html).not.toContain('data-group');
    expect(html).not.toContain('<script>');
  });

  test('of two blocks do not choose for each other', async () => {
    const html = await render(`${os}\n\nText\n\n${os}`);
    expect(html.match(/ checked>/g)).toHaveLength(2);
    const ids = [...html.matchAll(/<input [^>]*id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(4);
    expect(html).toContain('name="tabs-1"');
    expect(html).toContain('name="tabs-2"');
  });

  test('in a tab leave the choice of the outer ones alone', async () => {
    const inner = '::::tabs{group="b"}\n:::tab[x]\nx\n:::\n:::tab[y]\ny\n:::\n::::';
    const html = await render(
      `::::::tabs{group="a"}\n:::::tab[One]\n${inner}\n:::::\n:::::tab[Two]\ntwo\n:::::\n::::::`,
    );
    const nameOf = (label: string) => {
      const [, id] = new RegExp(`<label for="([^"]+)">${label}<`).exec(html) ?? [];
      return new RegExp(`name="([^"]+)" id="${id}"`).exec(html)?.[1];
    };
    expect(nameOf('One')).toBe(nameOf('Two'));
    expect(nameOf('x')).toBe(nameOf('y'));
    expect(nameOf('x')).not.toBe(nameOf('One'));
    expect(html.match(/ checked>/g)).toHaveLength(2);
  });

  test('hold callouts, lists and code', async () => {
    const html = await render(
      '::::::tabs{group="os"}\n::::tab[A]\n:::note\nMind.\n:::\n\n- item\n\n```sh\nls\n```\n::::\n::::::',
    );
    expect(html).toMatch(/class="tab">.*callout-note.*<li>item<\/li>.*class="code"/s);
  });
});

test('steps keep their list, with what belongs to a step in it', async () => {
  const html = await render(':::steps\n1. Open\n\n   ```sh\n   ls\n   ```\n2. Close\n:::');
  expect(html).toMatch(/^<div class="steps"><ol>\s*<li>.*class="code".*<\/li>\s*<li>.*Close/s);
});

describe('details', () => {
  test('fold under what the writer named', async () => {
    expect(await render(':::details[What *you* click]\nText\n:::')).toBe(
      '<details><summary>What <em>you</em> click</summary><p>Text</p></details>',
    );
  });

  test('without a name say that there is more', async () => {
    expect(await render(':::details\nText\n:::', 'de')).toContain('<summary>Mehr</summary>');
  });
});

describe('tables', () => {
  const table = '| a | b |\n|:--|--:|\n| 1 | 2 |';

  test('scroll by themselves, and can be scrolled with the keyboard', async () => {
    expect(await render(table)).toMatch(
      /^<div class="table" role="group" tabindex="0" aria-label="Table"><table>.*<\/table><\/div>$/s,
    );
    expect(await render(table, 'de')).toContain('aria-label="Tabelle"');
  });

  test('keep the alignment of their columns', async () => {
    expect(await render(table)).toContain('<td style="text-align: right">2</td>');
  });
});

describe('task lists', () => {
  test('name each box by its own line', async () => {
    const html = await render(
      '- [x] Read **all** of [it](https://a.b)\n  - [ ] a part\n- [ ] Rest',
    );
    expect(html).toContain('checked disabled aria-label="Read all of it"');
    expect(html).toContain('disabled aria-label="a part"');
    expect(html).toContain('disabled aria-label="Rest"');
  });
});

describe('footnotes', () => {
  const text = 'Text[^a] and again[^a].\n\n[^a]: The *note*.';

  test('lead there and back', async () => {
    const html = await render(text);
    expect(html).toContain('href="#fn-a" id="fnref-a"');
    expect(html).toContain('<li id="fn-a">');
    expect(html).toContain('href="#fnref-a"');
    expect(html).toContain('href="#fnref-a-2"');
    expect(html).toContain('The <em>note</em>.');
  });

  test('speak the language of the page', async () => {
    expect(await render(text)).toContain('id="footnote-label">Footnotes</h2>');
    expect(await render(text, 'de')).toContain('id="footnote-label">Fußnoten</h2>');
    expect(await render(text, 'de')).toContain('aria-label="Zurück zum Text, 1"');
  });
});

describe('code', () => {
  test('is escaped, with and without a language', async () => {
    expect(await render('```\n<b> & "x"\n```')).toContain(
      '<code>&lt;b&gt; &amp; &quot;x&quot;</code>',
    );
    expect(await render('    <i>')).toContain('<code>&lt;i&gt;</code>');
    const html = await render('```html\n<script>alert("x")</script>\n```');
    expect(html).not.toContain('<script>');
    expect(html.replace(/<[^>]+>/g, '')).toContain('&#x3C;script>alert("x")&#x3C;/script>');
  });

  test('takes its colours from the page', async () => {
    const html = await render('```js\nconst a = 1; // why\n```');
    expect(html).toContain('<span class="token-keyword">const</span>');
    expect(html).toContain('class="token-comment"');
  });

  test('knows a language by its capitals too, and none by the inner life of JavaScript', async () => {
    expect(await render('```JavaScript\nconst a = 1;\n```')).toContain('token-keyword');
    for (const odd of ['constructor', 'toString', 'no-such-language']) {
      expect(await render(`\`\`\`${odd}\n<x>\n\`\`\``)).toContain('<code>&lt;x&gt;</code>');
    }
  });

  test('has its title as a caption and as its name', async () => {
    const html = await render('```js title="a <b>.js"\nx\n```');
    expect(html).toContain('<figcaption>a &lt;b&gt;.js</figcaption>');
    expect(html).toContain('aria-label="a &lt;b&gt;.js"');
    expect(await render('```\nx\n```', 'de')).toContain('role="group" aria-label="Code"');
  });

  test('keeps its lines and its spaces', async () => {
    const html = await render('```js\nif (a) {\n  b();\n\n}\n```');
    const text = html.replace(/<[^>]+>/g, '');
    expect(text).toBe('if (a) {\n  b();\n\n}');
  });
});

describe('keys', () => {
  test.each([
    ['Ctrl+K', ['Ctrl', 'K']],
    ['Shift + F10', ['Shift', 'F10']],
    ['Ctrl++', ['Ctrl', '+']],
    ['+', ['+']],
    ['/', ['/']],
    ['⌘+⇧+P', ['⌘', '⇧', 'P']],
    ['<', ['&lt;']],
  ])('%s', async (typed, keys) => {
    const caps = keys.map((key) => `<kbd>${key}</kbd>`).join('+');
    expect(await render(`Press :kbd[${typed}] now.`)).toBe(
      `<p>Press <span class="keys">${caps}</span> now.</p>`,
    );
  });
});

test.each([
  'At 10:30:45 o’clock',
  'a ratio of 3:2 and key:value',
  'std::vector, C:\\dir and ::before',
  'an :emoji: and a:b[c] and foo:bar{baz}',
  'Note: this',
])('a colon in prose stays text: %s', async (prose) => {
  const html = await render(prose);
  expect(html).toBe(`<p>${prose}</p>`);
});

test('raw HTML is kept, and Markdown in it is read', async () => {
  const html = await render(
    '<details open><summary>More</summary>\n\n**Bold**\n\n</details>\n\nPress <kbd>Esc</kbd><br>twice.',
  );
  expect(html).toMatch(
    /<details open><summary>More<\/summary>\s*<p><strong>Bold<\/strong><\/p>\s*<\/details>/,
  );
  expect(html).toContain('Press <kbd>Esc</kbd><br>twice.');
});

test('what is written as a comment stays unseen', async () => {
  expect(await render('a\n\n<!-- not for readers -->\n\nb')).not.toMatch(/<p>[^<]*not for/);
});

test('two renderings of one text are the same', async () => {
  const body = '## A\n\n::::tabs{group="g"}\n:::tab[A]\na\n:::\n::::\n\n## A\n';
  expect(await render(body)).toBe(await render(body));
});
