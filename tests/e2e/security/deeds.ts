import { table, type Asked, type Row } from './permission-table.ts';
import { openScene, ROLES, type Role, type Scene } from './scene.ts';
import type { OwnSite } from '#tests/support/own-site.ts';

/** A row that somebody may do, and who. */
export interface Deed {
  row: Row;
  role: Role;
}

/** Whoever has the least power and a session comes first. */
const PREFERRED: Role[] = ['member', 'other', 'moderator', 'admin', 'signed out'];

/** Everything in the table that a form can do. */
export const deeds: Deed[] = table.flatMap((row) => {
  const outcomes = row.outcome.split(/ +/);
  const role = PREFERRED.find((one) => outcomes[ROLES.indexOf(one)] === 'done');
  return role ? [{ row, role }] : [];
});

const firstOfDoor = (all: Deed[]) =>
  all.filter(({ row }, at) => all.findIndex((one) => one.row.door === row.door) === at);

/** The first deed of each door. */
export const firstDeeds = firstOfDoor(deeds);

/** What can be read at each door, with somebody to whom it is shown, the mightiest first. */
export const firstSights = firstOfDoor(
  table.flatMap((row) => {
    const outcomes = row.outcome.split(/ +/);
    const isShown = (role: Role) => /page|without/.test(outcomes[ROLES.indexOf(role)] ?? '');
    const role = ROLES.findLast(isShown);
    return role ? [{ row, role }] : [];
  }),
);

/** Everything that it takes to do it, new. */
export async function prepare(
  site: OwnSite,
  { row, role }: Deed,
): Promise<{ scene: Scene; asked: Asked }> {
  const scene = await openScene(site, role, row.isMine);
  return { scene, asked: await row.ask(scene) };
}
