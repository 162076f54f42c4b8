import { expect } from '@playwright/test';
import { sql } from 'kysely';
import type { OwnSite } from '#tests/support/own-site.ts';
import type { WrittenRow } from '#tests/support/written-rows.ts';
import { deeds, prepare, type Deed } from './deeds.ts';
import { readActions } from './doors.ts';
import { isSeen, requestFor, send } from './knock.ts';
import { test } from './site.ts';
import type { Form } from './visit.ts';

const NUMBER = 424_242;
const TIME = '1999-09-09T09:09:09.000Z';
const WORD = 'planted';

const camelCase = (name: string) =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What somebody would send to fill a column of that type. */
function valueFor(type: string, column: string): string {
  if (column === 'role') return 'admin';
  if (type === 'boolean') return 'true';
  if (/int|numeric/.test(type)) return String(NUMBER);
  return type.startsWith('timestamp') || type === 'date' ? TIME : WORD;
}

/** A value for every column of every table, by its name there and by its name in our code. */
async function everyColumn({ db }: OwnSite): Promise<Form> {
  const { rows } = await sql<{ name: string; type: string }>`
    SELECT DISTINCT column_name AS name, data_type AS type FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> 'written'`.execute(db);
  return Object.fromEntries(
    rows.flatMap(({ name, type }) =>
      [name, camelCase(name)].map((one) => [one, valueFor(type, name)]),
    ),
  );
}

/** What was written, without what differs from one time to the next. */
const shapeOf = (written: WrittenRow[]): string[] =>
  written
    .map(({ table, was, is }) => {
      const columns = Object.entries(is ?? {}).map(([name, value]) => {
        const isTelling = value === null || typeof value === 'boolean' || name === 'role';
        return `${name}=${isTelling ? String(value) : 'set'}`;
      });
      return [table, was ? (is ? 'changed' : 'deleted') : 'added', ...columns].join(' ');
    })
    .toSorted();

async function written(site: OwnSite, deed: Deed, extra: Form): Promise<WrittenRow[]> {
  const { scene, asked } = await prepare(site, deed);
  const form = { ...extra, ...asked.form };
  const request = requestFor(deed.row, scene, { ...asked, form }, deed.row.byScript ?? false);
  const came = await send(scene, request);
  expect(isSeen(deed.row.seen!, came)).toBe(true);
  return came.written;
}

let fields: Record<string, string[]> = {};
test.beforeAll(() => {
  fields = readActions();
});

test('no form has the name of a column that nothing in the table fills in', async ({ site }) => {
  const columns = Object.keys(await everyColumn(site));
  const used: Record<string, string[]> = {};
  for (const { row, role } of deeds) {
    const { asked } = await prepare(site, { row, role });
    (used[row.door] ??= []).push(...Object.keys(asked.form ?? {}));
  }
  const unused = Object.entries(fields).map(([door, names]) => [
    door,
    names.filter((name) => columns.includes(name) && !used[door]?.includes(name)),
  ]);
  expect(Object.fromEntries(unused.filter(([, names]) => names!.length > 0))).toEqual({
    // They are tried elsewhere; none of them is stored.
    'accounts.confirm': ['handle'],
    // Stored as what they are, and sent by the tests of their rooms.
    'feedback.explain': ['email'],
    'insights.decide': ['target'],
  });
});

/** What a script of ours sends in place of the field that a form has. */
const BY_SCRIPT: Record<string, string[]> = { 'community.addImage': ['file'] };
/** They have no form, or take no more than a few words. */
const FORMLESS = ['events', 'actions/desk-door.ts', 'actions/unsubscribe-door.ts'];

for (const deed of deeds.filter(({ row }) => !FORMLESS.includes(row.door))) {
  test(`${deed.row.door} takes nothing but its fields when asked ${deed.row.asks}`, async ({
    site,
  }) => {
    const columns = Object.entries(await everyColumn(site));
    const { door } = deed.row;
    const own = [...(fields[door] ?? []), ...(BY_SCRIPT[door] ?? [])];
    const extra = Object.fromEntries(columns.filter(([name]) => !own.includes(name)));
    const plain = await written(site, deed, {});
    const stuffed = await written(site, deed, extra);
    expect(shapeOf(stuffed)).toEqual(shapeOf(plain));
    expect(JSON.stringify(stuffed.map(({ is }) => is))).not.toMatch(
      new RegExp(`${NUMBER}|${TIME.slice(0, 10)}|${WORD}`),
    );
  });
}
