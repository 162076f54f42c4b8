import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readContent } from '#src/features/content/read-content.ts';
import { judgedQueries } from '#src/features/search/evaluate-search.ts';

const file = 'tests/bench/search-queries.json';

test('the judged queries of the bench want articles that the manual has', async () => {
  const { articles } = await readContent('content', { includeDrafts: false, now: new Date() });
  const known = new Set(
    articles.filter((one) => one.locale === 'en').map((one) => `${one.category}/${one.slug}`),
  );
  const queries = judgedQueries.parse(JSON.parse(readFileSync(file, 'utf8')));
  const wanted = queries.flatMap(({ relevant }) => Object.keys(relevant));
  expect(wanted.filter((name) => !known.has(name))).toEqual([]);
  expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length);
});
