import { expect } from '@playwright/test';
import { firstDeeds, prepare, type Deed } from './deeds.ts';
import { addressOf, isAction, isSeen, requestFor, send } from './knock.ts';
import { test } from './site.ts';
import { encoded, type Form } from './visit.ts';

/** Who a form says that it comes from. */
const ORIGINS = (own: string) => [
  'https://elsewhere.example',
  `${own}.elsewhere.example`,
  own.replace(/\d+$/, '80'),
  own.replace('http:', 'https:'),
  'null',
  undefined,
];

/** The kinds of body that a page can have sent, and one that it cannot without being allowed to. */
function bodiesOf(form: Form): [BodyInit, Record<string, string>][] {
  const parts = new FormData();
  for (const [name, value] of Object.entries(form)) parts.append(name, value as string);
  const json = JSON.stringify(form);
  return [
    [encoded(form), {}],
    [parts, {}],
    [json, { 'Content-Type': 'application/json' }],
    [json, { 'Content-Type': 'text/plain' }],
  ];
}

const isOneClick = ({ row }: Deed) => row.door === 'actions/unsubscribe-door.ts';
const isDesk = ({ row }: Deed) => row.door === 'actions/desk-door.ts';
const isMeantForOthers = (deed: Deed) => isOneClick(deed) || isDesk(deed);

for (const deed of firstDeeds.filter((one) => !isMeantForOthers(one))) {
  const { row } = deed;
  test(`${row.door} refuses what other sites send`, async ({ site }) => {
    const { scene, asked } = await prepare(site, deed);
    const own = requestFor(row, scene, asked, row.byScript ?? false);
    const paths = isAction(row) ? [own.path, addressOf(row, asked.at, true)] : [own.path];
    for (const Origin of ORIGINS(site.url)) {
      for (const [body, type] of bodiesOf(asked.form ?? { body: asked.body ?? '' })) {
        for (const path of paths) {
          const headers = { ...own.headers, ...type, Origin };
          const { answer, written } = await send(scene, { path, body, headers });
          expect([path, Origin, type, answer.status, answer.cookies, written]).toEqual([
            path,
            Origin,
            type,
            403,
            '',
            [],
          ]);
        }
      }
    }
    // Nothing else was wrong with it.
    expect(isSeen(row.seen!, await send(scene, own))).toBe(true);
  });
}

test('the button of mail programs works from anywhere, for whom the link was made and nobody else', async ({
  site,
}) => {
  const deed = firstDeeds.find(isOneClick)!;
  const { scene, asked } = await prepare(site, { ...deed, role: 'admin' });
  const own = requestFor(deed.row, scene, asked, false);
  const headers = { Origin: 'https://mail.example' };
  const { answer, written } = await send(scene, { ...own, headers });
  expect(answer.status).toBe(200);
  expect(answer.cookies).toBe('');
  expect(written.map(({ table, is }) => [table, is?.['member_id']])).toEqual([
    ['mail_choices', scene.owner.id],
  ]);

  // The same address with an action in it is a form of ours again.
  const path = `${own.path}&_action=notifications.stop`;
  expect((await send(scene, { ...own, path, headers })).answer.status).toBe(403);
});

test('the help desk is heard from anywhere, for its signature and nothing else', async ({
  site,
}) => {
  const deed = firstDeeds.find(isDesk)!;
  const knock = async (change: Record<string, string | undefined>, body?: string) => {
    const { scene, asked } = await prepare(site, { ...deed, role: 'admin' });
    const own = requestFor(deed.row, scene, asked, false);
    const headers = { ...own.headers, Origin: 'https://desk.example', ...change };
    return send(scene, { ...own, headers, body: body ?? own.body });
  };
  expect((await knock({})).answer.status).toBe(200);
  const old = String(Math.floor(Date.now() / 1000) - 301);
  for (const [change, body] of [
    [{ 'webhook-signature': undefined }],
    [{ 'webhook-signature': 'v1,bm90IHNpZ25lZA==' }],
    [{ 'webhook-timestamp': old }],
    [{ 'webhook-id': 'another' }],
    [{}, '{"reference":"HM-000000","state":"closed"}'],
  ] as const) {
    const { answer, written } = await knock(change, body);
    expect([change, answer.status, written]).toEqual([change, 401, []]);
  }
  expect((await knock({}, 'x'.repeat(20_000))).answer.status).toBe(413);

  // The very same message again is taken and changes nothing.
  const { scene, asked } = await prepare(site, deed);
  const own = requestFor(deed.row, scene, asked, false);
  expect((await send(scene, own)).written).not.toEqual([]);
  const again = await send(scene, own);
  expect([again.answer.status, again.written]).toEqual([200, []]);
});

test('no door takes another method', async ({ site }) => {
  for (const path of ['/account', '/_actions/accounts.leave', '/community/upload']) {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await fetch(site.url + path, { method, headers: { Origin: site.url } });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  }
});
