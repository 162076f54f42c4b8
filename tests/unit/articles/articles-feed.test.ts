import { expect, test } from 'vitest';
import { articlesFeed } from '#src/features/articles/articles-feed.ts';
import { article } from './content-folder.ts';
import { smallLibrary } from './small-library.ts';

const origin = new URL('https://help.example.com');
const dated = (title: string, updated: string, more = '') =>
  article('Text & <b>more</b>.\n', `title: ${title}\nupdated: ${updated}${more}`);

const folder = {
  'site.yml': 'name: Acme & Sons\ndefaultLocale: en\nlocales: [en, de]\n',
  'authors.yml': 'mina:\n  name: Mina\n',
  'articles/en/a/old.md': dated('Old', '2026-01-02'),
  'articles/en/a/new.md': dated('New <1>', '2026-11-20', '\nowner: mina\ndescription: Q & A'),
  'articles/en/a/unlisted.md': dated('Unlisted', '2026-11-21', '\nunlisted: true'),
  'articles/de/a/old.md': dated('Alt', '2026-03-04'),
};

const entries = (xml: string) =>
  xml
    .split('<entry>')
    .slice(1)
    .map((entry) => /<title[^>]*>(.*?)<\/title>/.exec(entry)?.[1]);

test('the feed tells changed articles, the latest first, unlisted ones never', async () => {
  const xml = articlesFeed(await smallLibrary(folder), 'en', origin);
  expect(xml).toMatch(
    /^<\?xml version="1\.0" encoding="utf-8"\?>\s*<feed xml:lang="en" xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/,
  );
  expect(entries(xml)).toEqual(['<![CDATA[New &lt;1&gt;]]>', '<![CDATA[Old]]>']);
  expect(xml).toContain('<updated>2026-11-20T00:00:00.000Z</updated>');
  expect(xml).toContain('href="https://help.example.com/articles/a/new"');
  expect(xml).toContain('<name>Mina</name>');
  expect(xml).toContain('Q &amp; A');
  expect(xml).toContain('Acme &amp; Sons');
});

test('each language has its own, of its own texts only', async () => {
  const xml = articlesFeed(await smallLibrary(folder), 'de', origin);
  expect(entries(xml)).toEqual(['<![CDATA[Alt]]>']);
  expect(xml).toContain('https://help.example.com/de/feed.xml');
  expect(xml).toContain('xml:lang="de"');
});

test('a new revision is a new entry, an unchanged one the same', async () => {
  const idsOf = async (body: string) => {
    const files = {
      ...folder,
      'articles/en/a/old.md': article(body, 'title: Old\nupdated: 2026-01-02'),
    };
    const xml = articlesFeed(await smallLibrary(files), 'en', origin);
    return [...xml.matchAll(/<id>([^<]*old#[^<]*)<\/id>/g)].map(([, id]) => id);
  };
  const before = await idsOf('One.');
  expect(await idsOf('One.')).toEqual(before);
  expect(await idsOf('Two.')).not.toEqual(before);
});

test('the same content makes the same bytes, and an empty shelf a feed without entries', async () => {
  const books = await smallLibrary(folder);
  expect(articlesFeed(books, 'en', origin)).toBe(articlesFeed(books, 'en', origin));
  const empty = await smallLibrary({
    'articles/en/a/x.md': dated('X', '2026-01-01', '\nunlisted: true'),
  });
  expect(entries(articlesFeed(empty, 'en', origin))).toEqual([]);
});
