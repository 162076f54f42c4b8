import { describe, expect, test } from 'vitest';
import { article, faultsOf, oneArticle, PLACE } from './content-folder.ts';

const neighbours = {
  'articles/en/using/vote.md': article('## How to vote\n\n### Own {#own}\n'),
  'articles/en/writing/first-article.md': article('', 'title: First\nredirectFrom: [/old/first]'),
  'articles/en/writing/soon.md': article('', 'title: Soon\npublishAt: 2026-12-01'),
  'articles/en/writing/draft.md': article('', 'title: Draft\ndraft: true'),
  'articles/de/using/vote.md': article('## So stimmen Sie ab\n'),
  'articles/en/using/manual.pdf': 'pdf',
  'articles/en/using/images/menu.png': 'png',
  'articles/en/using/images/demo.mp4': 'mp4',
  'snippets/en/unused.txt': 'text',
  'top.pdf': 'pdf',
};

const alive: [name: string, body: string][] = [
  ['an article beside it', '[a](./vote.md) [b](vote.md)'],
  ['an article in another category', '[a](../writing/first-article.md)'],
  ['an article in another locale', '[a](../../de/using/vote.md#so-stimmen-sie-ab)'],
  ['an article that only the default locale has', '[a](../../de/writing/first-article.md)'],
  ['a section', '[a](./vote.md#how-to-vote) [b](./vote.md#own)'],
  ['a section of its own', '## Here\n\n[a](#here) [b](#top) [c](#)'],
  ['an anchor in HTML', '<a id="spot"></a>\n\n[a](#spot)'],
  ['a category', '[a](../writing/) [b](../writing) [c](../writing/_category.yml)'],
  ['a file', '[a](./manual.pdf)'],
  ['pages without a file', '[a](/) [b](/search?q=x) [c](/de/search) [d](/feed.xml) [e](/llms.txt)'],
  ['other sites', '[a](https://example.com/x.md) <mailto:a@example.com> [b](tel:+49) [c](app://x)'],
  ['a definition', '[a][b]\n\n[b]: ./vote.md#own'],
  ['an image', '![Menu](./images/menu.png) ![Menu][m]\n\n[m]: images/menu.png'],
  ['a video', '::video[Demo]{src="./images/demo.mp4" poster="./images/menu.png"}'],
  ['a link in code', '`[a](./gone.md)`\n\n```md\n[a](./gone.md)\n```'],
];

test.each(alive)('alive: %s', async (_, body) => {
  expect(await faultsOf(oneArticle(body, neighbours))).toEqual([]);
});

const dead: [name: string, body: string, fault: string][] = [
  [
    'an article that is not there',
    'Text\n[a](./gone-missing.md)',
    '6: the link leads to articles/en/using/gone-missing.md, which does not exist, and correct the path',
  ],
  [
    'a misspelt article',
    '[a](./vot.md)',
    '5: the link leads to articles/en/using/vot.md, which does not exist, and link to ./vote.md if you meant that',
  ],
  [
    'an article in another category than thought',
    '[a](./first-article.md#x)',
    '5: the link leads to articles/en/using/first-article.md, which does not exist, and link to ../writing/first-article.md if you meant that',
  ],
  [
    'an article in a locale that is not there',
    '[a](../../fr/using/vote.md)',
    '5: the site has no locale "fr", and use one of: en, de',
  ],
  [
    'a draft',
    '[a](../writing/draft.md)',
    '5: the link leads to articles/en/writing/draft.md, which is a draft, and remove the link for now',
  ],
  [
    'an article of the future',
    '[a](../writing/soon.md)',
    '5: the link leads to articles/en/writing/soon.md, which is not published before 2026-12-01T00:00:00.000Z, and remove the link for now',
  ],
  [
    'a section that is not there',
    '[a](./vote.md#how-to-voet)',
    '5: there is no section #how-to-voet in articles/en/using/vote.md, and write #how-to-vote if you meant that',
  ],
  [
    'a section of its own that is not there',
    '## Here\n\n[a](#there-it-is)',
    '7: there is no section #there-it-is in this article, and use the anchor of one of its headings',
  ],
  ['a category', '[a](../reading/)', '5: there is no category "reading", and correct the path'],
  [
    'an address of the site',
    '[a](/articles/using/vote#own)',
    '5: /articles/using/vote#own is an address of the site, which cannot be followed here, and write the path of its file: ./vote.md#own',
  ],
  [
    'an address in another locale',
    '[a](/de/articles/writing)',
    '5: /de/articles/writing is an address of the site, which cannot be followed here, and write the path of its file: ../../de/writing/',
  ],
  [
    'an old address',
    '[a](/old/first)',
    '5: /old/first is an address of the site, which cannot be followed here, and write the path of its file: ../writing/first-article.md',
  ],
  [
    'an address that is no page',
    '[a](/pricing)',
    '5: there is no page /pricing on this site, and write the relative path of an article, or a whole address with https://',
  ],
  [
    'an article without .md',
    '[a](./vote)',
    '5: there is no file articles/en/using/vote, and write ./vote.md',
  ],
  [
    'a site without https://',
    '[a](www.example.com/help)',
    '5: there is no file articles/en/using/www.example.com/help, and put https:// before it if www.example.com/help is a website',
  ],
  [
    'a path out of the folder',
    '[a](../../../../etc/passwd)',
    '5: the link ../../../../etc/passwd leads out of the content folder, and correct the path',
  ],
  [
    'a file that is not published',
    '[a](../../../top.pdf)',
    '5: top.pdf is not published, and move it beside the article, below articles/',
  ],
  [
    'a script',
    '[a](javascript:alert(1))',
    '5: a link must not start with javascript:, and link to an article, a file or a website',
  ],
  [
    'a lone percent sign',
    '[a](./100%.md)',
    '5: the link ./100%.md has a % that encodes nothing, and write %25 for a percent sign',
  ],
  ['nothing', '[a]()', '5: the link leads nowhere, and write its address between the brackets'],
  [
    'a definition',
    '[a][b]\n\n[b]: ./vot.md',
    '7: the link leads to articles/en/using/vot.md, which does not exist, and link to ./vote.md if you meant that',
  ],
  [
    'a missing image',
    '1. Step\n\n   ![Menu](./images/menue.png)',
    '7: there is no file articles/en/using/images/menue.png, and write ./images/menu.png if you meant that',
  ],
  [
    'an image in the wrong case',
    '![Menu](./images/Menu.png)',
    '5: there is no file articles/en/using/images/Menu.png, and write ./images/menu.png if you meant that',
  ],
  [
    'a file that is no image',
    '![Manual](./manual.pdf)',
    '5: articles/en/using/manual.pdf is no image, and use a PNG, JPEG, WebP, AVIF, GIF or SVG file',
  ],
  [
    'an article as an image',
    '![Vote](./vote.md)',
    "5: ./vote.md is no image, and write the relative path of the image's file",
  ],
  [
    'a missing video',
    '::video[Demo]{src="./images/dem.mp4"}',
    '5: there is no file articles/en/using/images/dem.mp4, and write ./images/demo.mp4 if you meant that',
  ],
  [
    'a missing poster',
    '::video[Demo]{src="./images/demo.mp4" poster="./x.png"}',
    '5: there is no file articles/en/using/x.png, and correct the path',
  ],
];

test.each(dead)('dead: %s', async (_, body, fault) => {
  expect(await faultsOf(oneArticle(body, neighbours))).toEqual([`${PLACE}:${fault}`]);
});

describe('alternative text', () => {
  const warning = `${PLACE}:6: warning: the image ./images/menu.png has no alternative text, and say between the square brackets what it shows`;

  test('that is missing is a warning', async () => {
    expect(await faultsOf(oneArticle('\n![](./images/menu.png)', neighbours))).toEqual([warning]);
    expect(await faultsOf(oneArticle('\n![ ](./images/menu.png)', neighbours))).toEqual([warning]);
  });

  test('may be empty on purpose in HTML, but not be left out', async () => {
    const picture = (alt: string) => oneArticle(`<img src="https://example.com/x.png"${alt}>`);
    expect(await faultsOf(picture(' alt=""'))).toEqual([]);
    expect(await faultsOf(picture(''))).toEqual([
      `${PLACE}:5: warning: the image has no alternative text, and add alt="…" that says what it shows`,
    ]);
  });
});

test('links in a translation lead to the default locale where it has no text of its own', async () => {
  const files = {
    ...neighbours,
    'articles/de/using/search.md': article('[a](../writing/first-article.md) [b](./vote.md#own)'),
  };
  expect(await faultsOf(files)).toEqual([
    'articles/de/using/search.md:5: there is no section #own in articles/de/using/vote.md, and use the anchor of one of its headings',
  ]);
});
