import { expect, test } from 'vitest';
import { sitemapXml } from '#src/features/articles/sitemap.ts';
import { article } from './content-folder.ts';
import { smallLibrary } from './small-library.ts';

const origin = new URL('https://help.example.com');

const books = () =>
  smallLibrary({
    'site.yml': 'defaultLocale: en\nlocales: [en, de]\n',
    'articles/en/a/one.md': article('Text.', 'title: One\nupdated: 2026-02-03'),
    'articles/de/a/one.md': article('Text.', 'title: Eins\nupdated: 2026-03-04'),
    'articles/en/a/two.md': article('Text.', 'title: Two\nupdated: 2026-02-03'),
    'articles/en/a/secret.md': article('Text.', 'title: S\nunlisted: true'),
  });

test('the sitemap lists homes, categories and every text at its own address', async () => {
  const xml = await sitemapXml(await books(), origin);
  const places = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place]) => place);
  expect(places).toEqual(
    [
      '/',
      '/de',
      '/articles/a',
      '/de/articles/a',
      '/articles/a/one',
      '/articles/a/two',
      '/de/articles/a/one',
    ].map((path) => `https://help.example.com${path}`),
  );
});

test('it tells when each changed, and in which languages it is', async () => {
  const xml = await sitemapXml(await books(), origin);
  const one = /<url><loc>[^<]*\/articles\/a\/one<\/loc>(.*?)<\/url>/.exec(xml)?.[1];
  expect(one).toContain('<lastmod>2026-02-03</lastmod>');
  expect(one).toContain(
    '<xhtml:link rel="alternate" hreflang="de" href="https://help.example.com/de/articles/a/one"/>',
  );
  const two = /<url><loc>[^<]*\/articles\/a\/two<\/loc>(.*?)<\/url>/.exec(xml)?.[1];
  expect(two).not.toContain('hreflang');
});
