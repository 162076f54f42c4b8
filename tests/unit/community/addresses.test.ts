import { expect, test } from 'vitest';
import { pageOf, readCursor, spanOf, writeCursor } from '#src/features/community/list-cursor.ts';
import { questionPath, questionSlug, readId } from '#src/features/community/question-address.ts';
import { formatDuration } from '#src/components/duration.ts';

test('a question’s address ends with its title', () => {
  const site = { defaultLocale: 'en' };
  const question = { id: 7, title: 'How do I “search”, on a phone?' };
  expect(questionPath(site, 'en', question)).toBe(
    '/community/questions/7/how-do-i-search-on-a-phone',
  );
  expect(questionPath(site, 'de', question)).toMatch(/^\/de\/community\/questions\/7\//);
});

test('a slug is never empty, never too long, and keeps other scripts', () => {
  expect(questionSlug('???!!!???!')).toBe('question');
  expect(questionSlug('検索できません。なぜですか')).toContain('検索できません');
  expect(questionSlug('word '.repeat(30)).length).toBeLessThanOrEqual(80);
});

test('an id is a number as people write it', () => {
  expect(readId('12')).toBe(12);
  for (const none of ['0', '012', '-1', '1.5', '9'.repeat(10), 'x', '', null]) {
    expect(readId(none)).toBeUndefined();
  }
});

test('a cursor says where a list goes on; what is none begins at the beginning', () => {
  const place = { value: -3, id: 12 };
  expect(readCursor(writeCursor(place))).toEqual(place);
  for (const none of ['', 'x', writeCursor({ value: 1, id: 1 }).slice(1), null]) {
    expect(readCursor(none)).toBeUndefined();
  }
  expect(spanOf(new URLSearchParams({ after: 'x' }))).toEqual({ before: undefined });
});

test('a page tells where it goes on to either side', () => {
  const placeOf = (id: number) => ({ value: id, id });
  const place = placeOf(5);
  expect(pageOf([3, 2, 1], 2, {}, placeOf)).toEqual({
    rows: [3, 2],
    previous: undefined,
    next: writeCursor(placeOf(2)),
  });
  expect(pageOf([4, 3], 2, { after: place }, placeOf)).toMatchObject({
    previous: writeCursor(placeOf(4)),
    next: undefined,
  });
  expect(pageOf([6, 7, 8], 2, { before: place }, placeOf)).toMatchObject({
    rows: [7, 6],
    previous: writeCursor(placeOf(7)),
    next: writeCursor(placeOf(6)),
  });
});

test('a time is told in the unit that it fills', () => {
  expect(formatDuration(0.2, 'en')).toBe('1 second');
  expect(formatDuration(20, 'en')).toBe('20 seconds');
  expect(formatDuration(61, 'en')).toBe('2 minutes');
  expect(formatDuration(86_400, 'de')).toBe('24 Stunden');
});
