import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { homePage } from '#src/features/articles/home-page.ts';
import type { Listed } from '#src/features/articles/library.ts';
import { writePopularArticles } from '#src/features/articles/popular-articles.ts';
import { logoBytes, siteFacts } from '#src/features/articles/site-facts.ts';
import { readEnv } from '#src/server/env.ts';
import { article, now, type Files } from './content-folder.ts';
import { smallLibrary } from './small-library.ts';

const one = { 'articles/en/a/one.md': article() };
const noticeOf = (fields: string, body = 'Text.') =>
  `---\nseverity: info\n${fields}\n---\n\n${body}\n`;
/** The name of a notice's file; its id changes with its text. */
const nameOf = ({ id }: { id: string }) => id.replace(/-[0-9a-f]{8}$/, '');
const factsOf = async (files: Files) => siteFacts(await smallLibrary({ ...one, ...files }), now);

test('a folder with nothing but an article has a name, one locale and no channels', async () => {
  const facts = await factsOf({});
  expect(facts).toMatchObject({
    defaultLocale: 'en',
    locales: ['en'],
    links: [],
    contact: [],
    contactForm: true,
    notices: [],
  });
  expect(facts.name).not.toBe('');
  expect(facts.accent).toMatch(/^#[0-9a-f]{6}$/i);
  expect(facts.logo).toBeUndefined();
});

test('the logo has one address, whatever its file is called', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const books = await smallLibrary({
    ...one,
    'site.yml': 'logo: ./brand mark.svg\n',
    'brand mark.svg': svg,
  });
  expect((await siteFacts(books, now)).logo).toBe('/logo.svg');
  expect(String(await logoBytes(books))).toBe(svg);
});

test('notices that are over are left out, coming ones wait in the page', async () => {
  const facts = await factsOf({
    'notices/over.md': noticeOf('end: 2026-11-20T11:59:59Z'),
    'notices/open.md': noticeOf('start: 2026-11-01T00:00:00Z\nend: 2026-11-20T12:00:01Z'),
    'notices/coming.md': noticeOf('start: 2027-01-01T00:00:00+09:00'),
    'notices/always.md': noticeOf('locale: en\ncategories: [a]'),
  });
  expect(facts.notices.map(nameOf).sort()).toEqual(['always', 'coming', 'open']);
  expect(facts.notices.find((notice) => nameOf(notice) === 'coming')?.start).toBe(
    '2026-12-31T15:00:00.000Z',
  );
});

test('a notice that says something else is another notice, so that who closed it sees it', async () => {
  const idOf = async (body: string) =>
    (await factsOf({ 'notices/a.md': noticeOf('locale: en', body) })).notices[0]?.id;
  expect(await idOf('One.')).toBe(await idOf('One.'));
  expect(await idOf('One.')).not.toBe(await idOf('Two.'));
});

test('a notice links to articles', async () => {
  const facts = await factsOf({
    'site.yml': 'defaultLocale: en\nlocales: [en, de]\n',
    'notices/en.md': noticeOf('locale: en', '**Read** [this](../articles/en/a/one.md#part).'),
    'notices/de.md': noticeOf('locale: de', '[Dies](../articles/de/a/one.md)'),
    'articles/de/a/one.md': article('## Part\n'),
  });
  const html = (name: string) => facts.notices.find((notice) => nameOf(notice) === name)?.html;
  expect(html('en')).toContain('<strong>Read</strong> <a href="/articles/a/one#part">');
  expect(html('de')).toContain('<a href="/de/articles/a/one">');
});

describe('the home page', () => {
  const books = () => {
    vi.stubEnv('DATA_DIR', path.join(tmpdir(), `helpmark-${randomUUID()}`));
    return smallLibrary({
      'articles/en/a/x.md': article('[Y](y.md) [Z](../b/z.md)', 'title: X\nupdated: 2026-01-01'),
      'articles/en/a/y.md': article('[Z](../b/z.md)', 'title: Y\nupdated: 2026-03-01'),
      'articles/en/b/z.md': article('[H](h.md)', 'title: Z\nupdated: 2026-02-01'),
      'articles/en/b/h.md': article('Text.', 'title: H\nupdated: 2026-12-01\nunlisted: true'),
    });
  };
  const titles = (all: Listed[]) => all.map((listed) => listed.article.title);

  test('shows what was changed last, and what other articles refer to', async () => {
    const page = await homePage(await books(), 'en');
    expect(titles(page.recent)).toEqual(['Y', 'Z', 'X']);
    expect(titles(page.referred)).toEqual(['Z', 'Y']);
    expect(page.popular).toEqual([]);
  });

  test('shows what helped readers, as far as it is still there and listed', async () => {
    const library = await books();
    onTestFinished(() => rm(readEnv().CACHE_DIR, { recursive: true, force: true }));
    await writePopularArticles(
      ['a/y', 'b/gone', 'b/h', 'a/x'].map((place) => {
        const [category = '', slug = ''] = place.split('/');
        return { category, slug };
      }),
    );
    expect(titles((await homePage(library, 'en')).popular)).toEqual(['Y', 'X']);
  });
});
