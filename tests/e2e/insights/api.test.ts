import { expect } from '@playwright/test';
import { openScene, type Role } from '#tests/e2e/security/scene.ts';
import { test } from '#tests/e2e/security/site.ts';
import { webServer } from '#tests/support/e2e-site.ts';
import { runCli } from '#tests/support/run-cli.ts';
import type { OwnSite } from '#tests/support/own-site.ts';
import { hashOfToken, newToken } from '#src/server/token.ts';

/** A token of somebody with a role, as the account page makes it. */
async function tokenOf(site: OwnSite, role: Role, scopes = ['insights:read']): Promise<string> {
  const { actor } = await openScene(site, role);
  const token = `helpmark_${newToken().token}`;
  await site.db
    .insertInto('api_tokens')
    .values({
      member_id: actor!.id,
      name: 'test',
      token_hash: hashOfToken(token),
      scopes,
      created_at: new Date(),
    })
    .execute();
  return token;
}

const get = (site: OwnSite, path: string, token?: string, headers: Record<string, string> = {}) =>
  fetch(`${site.url}/api/v1/${path}`, {
    headers: { ...headers, ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
  });

test('a token reads what it is for, as long as its owner may', async ({ site }) => {
  const token = await tokenOf(site, 'author');
  const answer = await get(site, 'tables', token);
  expect(answer.status).toBe(200);
  const { tables } = (await answer.json()) as { tables: { name: string }[] };
  expect(tables.map(({ name }) => name)).toContain('searches');
  for (const role of ['member', 'suspended'] as const) {
    const refused = await get(site, 'tables', await tokenOf(site, role));
    expect(refused.status).toBe(403);
    expect(await refused.json()).toEqual({
      error: expect.stringContaining('may not read insights'),
    });
  }
  // Made for something else.
  expect((await get(site, 'tables', await tokenOf(site, 'admin', []))).status).toBe(403);
  for (const wrong of [`${token}x`, '', 'helpmark_']) {
    const refused = await get(site, 'tables', wrong, { 'X-Forwarded-For': '10.1.2.3' });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
  }
  const { id } = await site.db
    .selectFrom('api_tokens')
    .select('id')
    .where('token_hash', '=', hashOfToken(token))
    .executeTakeFirstOrThrow();
  await site.db.deleteFrom('api_tokens').where('id', '=', id).execute();
  expect((await get(site, 'tables', token)).status).toBe(401);
});

test('answers are private, of this site alone, and not sent twice', async ({ site }) => {
  const token = await tokenOf(site, 'moderator');
  const answer = await get(site, 'articles?limit=2', token, { Origin: 'https://evil.example' });
  expect(answer.headers.get('cache-control')).toContain('private');
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  const etag = answer.headers.get('etag') ?? '';
  const again = await get(site, 'articles?limit=2', token, { 'If-None-Match': etag });
  expect({ status: again.status, body: await again.text() }).toEqual({ status: 304, body: '' });
  const any = await get(site, 'articles?limit=2', token, { 'If-None-Match': '*' });
  expect(any.status).toBe(304);
  const other = await get(site, 'articles?limit=3', token, { 'If-None-Match': etag });
  expect(other.status).toBe(200);
  const asked = await fetch(`${site.url}/api/v1/articles`, { method: 'OPTIONS' });
  expect(asked.status).toBe(405);
  const { rows, next } = (await answer.json()) as { rows: { slug: string }[]; next: string };
  const rest = await get(site, `articles?limit=1000&cursor=${next}`, token);
  const whole = (await (await get(site, 'articles?limit=1000', token)).json()) as typeof answer;
  const { rows: others } = (await rest.json()) as { rows: { slug: string }[] };
  expect([...rows, ...others]).toEqual((whole as unknown as { rows: object[] }).rows);
});

test('what is wrong is said in words', async ({ site }) => {
  const token = await tokenOf(site, 'author');
  const cases: [string, number, string][] = [
    ['tables/edits?period=decade', 400, 'period: expected one of week, month, quarter, year.'],
    ['tables/edits?colour=red', 400, 'There is no parameter colour'],
    ['tables/nothing', 404, 'There is nothing at this address.'],
    ['tables/edits/more', 404, 'There is nothing at this address.'],
    ['nothing', 404, 'There is nothing at this address.'],
    ['articles/en/no/where', 404, 'There is nothing at this address.'],
    ['articles?cursor=1', 400, 'cursor: expected'],
    [`articles?cursor=1-${'0'.repeat(16)}`, 409, 'Begin again without a cursor'],
  ];
  for (const [path, status, sentence] of cases) {
    const answer = await get(site, path, token);
    expect({ path, status: answer.status }).toEqual({ path, status });
    expect(((await answer.json()) as { error: string }).error).toContain(sentence);
  }
});

test('a token that asks without end is held back', async ({ site }) => {
  const token = await tokenOf(site, 'author');
  const statuses: number[] = [];
  for (let round = 0; round < 32; round += 1) {
    const answers = Array.from({ length: 20 }, () => get(site, 'tables', token));
    for (const answer of await Promise.all(answers)) statuses.push(answer.status);
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(600);
  const refused = await get(site, 'tables', token);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await get(site, 'tables', await tokenOf(site, 'author'))).status).toBe(200);
});

/** Runs a command of the checkout against the site. */
const run = (command: string, args: string[], env: Record<string, string>) =>
  runCli(command, args, { CONTENT_DIR: webServer.env['CONTENT_DIR'] ?? '', ...env });

test('commands read the live site', async ({ site }) => {
  const live = { HELPMARK_URL: site.url, HELPMARK_TOKEN: await tokenOf(site, 'author') };
  const { rows } = (await (await get(site, 'articles?limit=1000', live.HELPMARK_TOKEN)).json()) as {
    rows: { slug: string; file: string; removed: boolean }[];
  };
  const all = await run('insights', ['--json'], live);
  expect(all).toMatchObject({ code: 0, err: '' });
  const told = JSON.parse(all.out) as typeof rows;
  expect(told.map(({ file }) => file)).toEqual(
    rows.filter(({ removed }) => !removed).map(({ file }) => file),
  );
  const table = await run('insights', ['--table', 'edits', '--json'], live);
  expect(JSON.parse(table.out)).toEqual([]);
  expect((await run('insights', ['--table', 'no'], live)).err).toContain('no table "no"');
  expect((await run('insights-verdicts', [], live)).code).toBe(0);
  expect((await run('propose', ['--dry-run'], live)).code).toBe(0);
});

test('and say why they cannot', async ({ site }) => {
  const wrong = { HELPMARK_URL: site.url, HELPMARK_TOKEN: `helpmark_${newToken().token}` };
  const refused = await run('insights', [], wrong);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('refuses the token in HELPMARK_TOKEN');
  expect(refused.err).not.toContain(wrong.HELPMARK_TOKEN);
  const nobody = await run('insights', [], { ...wrong, HELPMARK_URL: 'http://localhost:1' });
  expect(nobody.err).toContain('http://localhost:1 does not answer');
  const half = await run('insights', [], { HELPMARK_URL: site.url });
  expect(half.err).toContain('HELPMARK_TOKEN: expected a token of the site');
  const other = await run('insights', [], { ...wrong, HELPMARK_URL: 'http://help.example.com' });
  expect(other.err).toContain('HELPMARK_URL: expected the https address');
  for (const { err } of [refused, nobody, half, other]) expect(err).not.toContain('    at ');
});
