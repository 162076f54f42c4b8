import { expect, test } from 'vitest';
import { nearestArticle } from '#src/features/insights/nearest-article.ts';

const article = (
  category: string,
  slug: string,
  title: string,
  more: { unlisted?: true } = {},
) => ({
  locale: 'en',
  category,
  slug,
  title,
  ...more,
});
const nearest = nearestArticle(
  [
    article('using', 'invite', 'Invite people to your team'),
    article('using', 'export-data', 'Export your data as a file'),
    article('operating', 'backup', 'Back up and restore your data'),
    article('operating', 'secret', 'Exporting in secret', { unlisted: true }),
  ],
  ['en', 'de'],
);
const slugAt = (path: string) => nearest(path)?.slug;

test('finds the article whose name is almost the last part of the address', () => {
  expect(slugAt('/help/backups.html')).toBe('backup');
  expect(slugAt('/articles/old/invit')).toBe('invite');
});

test('else the one with most of its words, the rare ones first', () => {
  expect(slugAt('/docs/how-exporting-data')).toBe('export-data');
  expect(slugAt('/hc/en-us/articles/123-restore-data')).toBe('backup');
  expect(slugAt('/kb/team/invitations')).toBe('invite');
});

test('proposes nothing that is not like it, and nothing unlisted', () => {
  expect(slugAt('/pricing')).toBeUndefined();
  expect(slugAt('/data/of/some/other/thing')).toBeUndefined();
  expect(slugAt('/secrets/12345')).toBeUndefined();
  expect(slugAt('/')).toBeUndefined();
});
