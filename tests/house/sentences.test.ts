import { expect, test } from 'vitest';
import { en } from '#src/locales/en.ts';
import { readHouse } from './house.ts';

const house = readHouse();

/** Places of all sentences, such as `article.home`. */
function places(words: object, above = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    value && typeof value === 'object' ? places(value, `${above}${key}.`) : [`${above}${key}`],
  );
}

test('every sentence of the interface is said somewhere', () => {
  const code = house
    .filter(({ file }) => file.startsWith('src/') && !file.startsWith('src/locales/'))
    .map(({ text }) => text)
    .join('\n');
  // Most are said so, and a search for each through all the code would take seconds.
  const named = new Set([...code.matchAll(/\.(\w+)/g)].map(([, name]) => name));
  const isSaid = (place: string) => {
    const [key = '', group = ''] = place.split('.').toReversed();
    if (named.has(key)) return true;
    // By its own name, or by its group's when the code looks the name up: `severities[severity]`.
    return new RegExp(`\\b${group}\\[|\\b${key}\\b[^\\n]*\\} = `).test(code);
  };
  expect(places(en).filter((place) => !isSaid(place))).toEqual([]);
  expect(isSaid('article.neverSaidAnywhere')).toBe(false);
});
