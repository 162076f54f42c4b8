import type { APIContext } from 'astro';
import { beforeAll, expect, test } from 'vitest';
import { openApiDoor } from '#src/actions/api-door.ts';
import { SearchAway } from '#src/features/search/engine-server.ts';
import { API_SEARCHES } from '#src/features/search/limits.ts';
import { provideDatabase } from '#src/server/database.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
beforeAll(() => provideDatabase(db));

const knock = (read: () => Promise<unknown>) => {
  const request = new Request('https://help.example.com/api/v1/search?q=a');
  return openApiDoor({ request, clientAddress: '10.1.2.3' } as APIContext, API_SEARCHES, read);
};

test('a search that is away is told so, and not as a fault of ours', async () => {
  const answer = await knock(() => Promise.reject(new SearchAway('there is no search index')));
  expect(answer.status).toBe(503);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toEqual({ error: 'The search does not answer. Try again later.' });
  expect((await knock(() => Promise.resolve({ found: 1 }))).status).toBe(200);
});
