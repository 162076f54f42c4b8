import { expect, test } from 'vitest';
import { doorOf, RequestTally } from '#src/server/request-tally.ts';

test.each([
  ['/', 'home'],
  ['/?q=1', 'home'],
  ['/de', 'home'],
  ['/de/', 'home'],
  ['/articles/using/search', 'articles'],
  ['/pt-BR/articles/using/search?x', 'articles'],
  ['/community', 'community'],
  ['/community?order=new', 'community'],
  ['/ja/community/questions/12/why', 'community'],
  ['/members/ada', 'members'],
  ['/ada@example.com', 'other'],
  ['/de/ada', 'other'],
  ['/wp-login.php', 'other'],
  ['/de/../../etc', 'other'],
  ['*', 'home'],
])('%s belongs to %s', (url, door) => {
  expect(doorOf(url)).toBe(door);
});

test('requests are told apart by door, class and time', () => {
  const tally = new RequestTally();
  tally.add('/community', 200, 0.003);
  tally.add('/community/questions/1/a', 204, 0.2);
  tally.add('/community', 200, 99);
  tally.add('/community', 404, 0.01);
  tally.add('/', 0, 1);
  const [ok, missing, cut] = tally.all();
  expect(ok).toMatchObject({ door: 'community', status: '2xx', count: 3 });
  expect(ok?.within).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
  expect(ok?.sum).toBeCloseTo(99.203);
  expect(missing).toMatchObject({ door: 'community', status: '4xx', count: 1 });
  expect(missing?.within[1]).toBe(1);
  expect(cut).toMatchObject({ door: 'home', status: 'cut', count: 1 });
});
