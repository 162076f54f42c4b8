import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MEASURE_PAGES } from '#src/features/insights/measure-pages.ts';
import { MEASURES } from '#src/features/measures/measure.ts';
import { en } from '#src/locales/en.ts';
import { readHouse } from './house.ts';

const pages = readHouse().filter(
  ({ file }) => /^src\/(features\/insights|pages)\//.test(file) && file.endsWith('.astro'),
);
const shown = pages.map(({ text }) => text).join('\n');

test.each(MEASURES)('%s has its file, its words and a page that shows it', (measure) => {
  const file = ['.ts', '.store.ts']
    .map((ending) => `src/features/measures/${measure}${ending}`)
    .find((one) => existsSync(one));
  expect(file, 'a file of its name').toBeDefined();
  expect(readFileSync(file!, 'utf8'), 'its definition').toMatch(/\/\*\*/);
  const { measures, definitions } = en.insights;
  expect(measures[measure].meaning).not.toBe('');
  expect(definitions.counted[measure]).not.toBe('');
  expect(definitions.pitfall[measure]).not.toBe('');
  expect(MEASURE_PAGES[measure]).not.toEqual([]);
  // A survey's page says the names of both by one word.
  const isSurvey = measure === 'csat' || measure === 'ces';
  expect(shown, 'is shown on a page').toMatch(
    isSurvey ? /measure: kind/ : new RegExp(`measure(=|: )['"]${measure}['"]`),
  );
});

test('every file that shows a share or a time leads to its definition', () => {
  const isMeasured = /<(ShareFigure|WaitingFigure)\b/;
  const leads = /<(MeasureName|FigureList)\b|<ScrollTable[^>]*\{ measure:/;
  const without = pages
    .filter(({ text }) => isMeasured.test(text) && !leads.test(text))
    .map(({ file }) => file);
  // Shares of the next steps, which are no measure.
  expect(without).toEqual(['src/features/insights/ArticleWays.astro']);
  const heads = pages.filter(({ text }) =>
    /(<th[^>]*>\s*\{|heads=[^>]*)words\.measures/.test(text),
  );
  expect(heads.map(({ file }) => file)).toEqual([]);
});
