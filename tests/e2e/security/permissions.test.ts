import { expect } from '@playwright/test';
import { livePages, ownDoors, readActions, unknownDoors } from './doors.ts';
import { isAction, isSeen, knock, type Outcome } from './knock.ts';
import { table, type Row } from './permission-table.ts';
import { openScene, ROLES, type Scene } from './scene.ts';
import { test } from './site.ts';

/** What was typed is kept when it is not taken, for whoever typed it. */
const DRAFTS = ['drafts', 'parked_drafts'];
/** Reading writes that a page was missed, and who looks at what waits in the queue. */
const BY_READING = ['events', 'review_items'];

/** The word of the table for what came of a request. */
function wordFor(row: Row, scene: Scene, came: Outcome): string {
  const { outcome, written, answer } = came;
  const isForm = row.seen !== undefined;
  const tables = written.map(({ table: name }) => name);
  if (outcome === 'done' && isForm) {
    if (isSeen(row.seen!, came)) return 'done';
    return tables.length === 0 ? 'nothing' : `wrote ${tables.join()}`;
  }
  const allowed = [...DRAFTS, ...(outcome === 'page' || outcome === 'hidden' ? BY_READING : [])];
  const others = tables.filter((name) => !allowed.includes(name));
  if (others.length > 0) return `${outcome}, but wrote ${others.join()}`;
  if (!row.shows) return outcome;
  const isShown = answer.text.includes(row.shows(scene));
  if (outcome === 'page') return isShown ? 'page' : 'without';
  return isShown ? `${outcome}, but showed it` : outcome;
}

test('every door has a row, and every row a door', () => {
  const doors = [...Object.keys(readActions()), ...livePages, ...ownDoors];
  expect([...new Set(table.map(({ door }) => door))].toSorted()).toEqual(doors.toSorted());
  expect(unknownDoors).toEqual([]);
});

test('every row has an outcome for everybody, and every deed can be seen', () => {
  for (const { asks, outcome, seen } of table) {
    expect(outcome.split(/ +/), asks).toHaveLength(ROLES.length);
    if (/done/.test(outcome)) expect(seen, asks).toBeDefined();
  }
});

for (const row of table) {
  test(`${row.door}: ${row.asks}`, async ({ site }) => {
    test.slow();
    const expected = Object.fromEntries(
      ROLES.map((role, at) => [role, row.outcome.split(/ +/)[at]]),
    );
    const ways = isAction(row) ? (row.byScript ? [true] : [false, true]) : [false];
    for (const byScript of ways) {
      const found: Record<string, string> = {};
      for (const role of ROLES) {
        const scene = await openScene(site, role, row.isMine);
        found[role] = wordFor(row, scene, await knock(row, scene, byScript));
      }
      expect(found, byScript ? 'by script' : undefined).toEqual(expected);
    }
  });
}
