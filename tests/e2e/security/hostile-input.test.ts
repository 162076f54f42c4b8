import { expect } from '@playwright/test';
import { tablesOf } from '#tests/support/written-rows.ts';
import { firstDeeds, firstSights, prepare, type Deed } from './deeds.ts';
import { queryNames, readActions } from './doors.ts';
import { isAction, requestFor, send, type Outcome } from './knock.ts';
import type { Asked } from './permission-table.ts';
import type { Scene } from './scene.ts';
import { test } from './site.ts';
import type { Field } from './visit.ts';

/** Texts that end a statement of SQL and begin another, where they get into one. */
const INJECTIONS = [
  "'; DROP TABLE sessions CASCADE; UPDATE members SET role = 'admin'; SELECT pg_sleep(30); --",
  "1) OR 1=1 UNION SELECT password_hash FROM members; COMMIT; --\\'%_$1${1}",
];

/** What no text is expected to be. */
const ODD = [
  '',
  'a\0b',
  '-1',
  '1.5',
  '9'.repeat(400),
  '__proto__',
  '\u202e\ufeff\u0007 \ud83e\udd93',
];

/** What no number is expected to be. */
const NO_NUMBERS = ['2147483648', '1e308', 'NaN', 'Infinity', 'true'];

/** Places in lists that there cannot be. */
const CURSORS = ['9'.repeat(15), `-${'9'.repeat(15)}`, '9'.repeat(13), `-${'9'.repeat(9)}`].map(
  (value) => Buffer.from(`${value}.999999999`).toString('base64url'),
);

/** Fails when something went wrong on our side, or when a request did what its text says. */
function expectUnharmed({ answer, written }: Outcome, what: unknown): void {
  const sent = JSON.stringify(what).slice(0, 300);
  expect(answer.status, sent).toBeLessThan(500);
  const promoted = written.filter(
    ({ table, was, is }) => table === 'members' && was?.['role'] !== is?.['role'] && was && is,
  );
  expect(promoted, sent).toEqual([]);
}

/** A case that lasts until something is written in it. */
function lastingCase(site: Scene['site'], deed: Deed) {
  let present: { scene: Scene; asked: Asked } | undefined;
  return async (change: (scene: Scene, asked: Asked) => Promise<Outcome>) => {
    const { scene, asked } = (present ??= await prepare(site, deed));
    // Whoever tries so often is stopped by a limit, long before anything else.
    await site.db.deleteFrom('rate_limits').execute();
    const came = await change(scene, asked);
    if (came.written.length > 0 || came.answer.status < 400) present = undefined;
    return came;
  };
}

/** What they take is no form. */
const BODIES = ['events', 'actions/desk-door.ts'];
const withForm = firstDeeds.filter(({ row }) => !BODIES.includes(row.door));
let fields: Record<string, string[]> = {};
let tables: string[] = [];

test.beforeAll(async ({ site }) => {
  fields = readActions();
  tables = await tablesOf(site.db);
});

test.afterAll(async ({ site }) => {
  expect(await tablesOf(site.db)).toEqual(tables);
});

for (const deed of withForm) {
  const { row } = deed;
  const byScript = row.byScript ?? false;

  test(`${row.door} bears any text in any field`, async ({ site }) => {
    test.slow();
    const inCase = lastingCase(site, deed);
    const { form = {} } = (await prepare(site, deed)).asked;
    const file = new File(['a file'], "';--.html", { type: 'text/html' });
    const names = new Set([...Object.keys(form), ...(fields[row.door] ?? [])]);
    for (const name of names) {
      const isNumber = typeof form[name] === 'number';
      const odd: (Field | Field[])[] = isNumber ? NO_NUMBERS : ['z'.repeat(90_000)];
      for (const value of [...INJECTIONS, ...ODD, ...odd, file, [file, '1'], ["'", '--']]) {
        const came = await inCase((scene, asked) => {
          const changed = { ...asked, form: { ...asked.form, [name]: value } };
          return send(scene, requestFor(row, scene, changed, byScript));
        });
        expectUnharmed(came, { name, value });
        const sent = JSON.stringify({ name, value });
        if (isNumber) expect(came.answer.status, sent).toBeGreaterThanOrEqual(400);
      }
    }
  });

  test(`${row.door} bears bodies that are no form`, async ({ site }) => {
    const inCase = lastingCase(site, deed);
    const multipart = 'multipart/form-data; boundary=here';
    for (const isToAction of isAction(row) ? [false, true] : [false]) {
      for (const [type, body] of [
        ['application/json', '{"id":1}'],
        ['application/json', '{"half":'],
        ['application/json; multipart/form-data', '{"half":'],
        ['multipart/form-data', 'without a boundary'],
        [multipart, 'nothing of the kind'],
        [multipart, '--here\r\nContent-Disposition: form-data; name="question"\r\n\r\n1'],
        ['application/x-www-form-urlencoded', '%&=%zz&=&[]=1&a[b]=2&__proto__=3&__proto__.a=4'],
        ['text/plain', 'question=1'],
        ['text/html', '<form>'],
      ] as const) {
        const came = await inCase((scene, asked) => {
          const { path, headers } = requestFor(row, scene, asked, isToAction);
          return send(scene, { path, body, headers: { ...headers, 'Content-Type': type } });
        });
        expectUnharmed(came, { isToAction, type, body });
      }
    }
  });
}

for (const deed of firstSights) {
  const { row } = deed;
  test(`${row.door} bears any address`, async ({ site }) => {
    test.slow();
    const { scene, asked } = await prepare(site, deed);
    const [path = '', query = ''] = asked.at.split('?');
    const values = [...[...INJECTIONS, ...ODD].map(encodeURIComponent), '%ff', '%2e%2e%2f'];
    // In the default language there is no segment for the locale.
    const pattern = row.door.split('/');
    const segments = path.split('/').slice(1);
    const addresses = values.flatMap((value) => [
      `${path}?${queryNames.map((name) => `${name}=${value}`).join('&')}`,
      ...pattern.flatMap((part, at) =>
        part.includes('[')
          ? [`/${segments.with(at, part.replace(/\[.*\]/, value)).join('/')}?${query}`]
          : [],
      ),
      `/${value}${path}?${query}`,
    ]);
    for (const cursor of CURSORS) {
      addresses.push(`${path}?order=helpful&after=${cursor}`, `${path}?before=${cursor}`);
    }
    for (const at of [...addresses, asked.at]) {
      await site.db.deleteFrom('rate_limits').execute();
      const came = await send(scene, requestFor(row, scene, { ...asked, at }, false));
      expectUnharmed(came, at);
      if (at === asked.at) expect(came.answer.status).toBeLessThan(400);
    }
  });
}

test('there is no action but those that are offered', async ({ site }) => {
  const deed = firstDeeds.find(({ row }) => row.door === 'accounts.signOut')!;
  const { scene } = await prepare(site, deed);
  for (const name of [
    'accounts',
    'accounts.leave.orThrow',
    'accounts.leave.constructor',
    'accounts.__proto__.toString',
    'constructor',
    '__proto__',
    'nothing',
    '%00',
    '%ff',
    '',
  ]) {
    for (const path of [`/_actions/${name}`, `/account?_action=${name}`]) {
      const came = await send(scene, { path, body: new URLSearchParams({ id: '1' }) });
      expectUnharmed(came, path);
      expect(came.written).toEqual([]);
    }
  }
});

test('what a browser tells of suggestions is taken as it is meant, or not at all', async ({
  site,
}) => {
  const deed = firstDeeds.find(({ row }) => row.door === 'events')!;
  const { scene, asked } = await prepare(site, deed);
  const whole = JSON.parse(asked.body ?? '') as { events: object[] };
  const [event] = whole.events;
  for (const body of [
    'null',
    '[',
    JSON.stringify({ ...whole, events: {} }),
    JSON.stringify({ ...whole, page: "'; --" }),
    JSON.stringify({ ...whole, opened: 1e308 }),
    ...[
      { kind: 'form-posted' },
      { kind: ['form-started'] },
      { question: -1 },
      { question: 2_147_483_648 },
      { question: "1'; DROP TABLE events; --" },
      { rank: 1e308 },
      { form: '\ud800' },
      { article: '/articles/\ud800/\0' },
      { article: { toString: 1 } },
    ].map((change) => JSON.stringify({ ...whole, events: [{ ...event, ...change }] })),
    JSON.stringify({ ...whole, locale: "'; --" }),
    `{"__proto__":{"locale":"en"},"events":[${JSON.stringify(event)}]}`,
    JSON.stringify({ ...whole, events: Array(200).fill(event) }),
  ]) {
    const { answer, written } = await send(scene, { path: '/events', body });
    expect([body, answer.status, written]).toEqual([body, 204, []]);
  }
});
