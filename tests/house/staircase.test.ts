import { expect, test } from 'vitest';
import { piece, readHouse, target, type Import, type Piece } from './house.ts';

const house = readHouse();

/** Lowest first; what a file may import stands on its own step or a lower one. */
const STEPS = [
  [/^db\/schema\.ts$/],
  [/^src\/(locales|styles)\//],
  [/^src\/server\//],
  [/^src\/components\//],
  [/^src\/features\//],
  [/^src\/layouts\//],
  [/^src\/actions\//, /^src\/middleware\.ts$/, /^src\/cli\//],
  [/^src\/pages\//],
];

/** A room imports only from the rooms before it. */
const ROOMS = [
  'accounts',
  'content',
  'articles',
  'feedback',
  'events',
  'webhooks',
  'surveys',
  'community',
  'search',
  'contact',
  'moderation',
  'notifications',
  'measures',
  'insights',
];

const stepOf = (file: string) => STEPS.findIndex((step) => step.some((place) => place.test(file)));
const roomOf = (file: string) => /^src\/features\/([^/]+)\//.exec(file)?.[1];
const isSource = ({ file }: Piece) => file.startsWith('src/');

/** `file → target` for each import of a file that `refuses` says no to. */
function offences(
  pieces: Piece[],
  refuses: (from: Piece, to: string, one: Import) => boolean,
): string[] {
  return pieces.flatMap((from) =>
    from.imports
      .filter((one) => refuses(from, target(from.file, one) ?? '', one))
      .map(({ specifier }) => `${from.file} → ${specifier}`),
  );
}

/** Safe HTML is a name for a kind of string; whoever makes such strings may use it. */
const isSafeHtml = (to: string, { isType }: Import) => isType && to === 'src/components/html.ts';

const upstairs = (pieces: Piece[]) =>
  offences(
    // Types that Astro asks for, of things on any step.
    pieces.filter((one) => isSource(one) && one.file !== 'src/env.d.ts'),
    ({ file }, to, one) => stepOf(to) > stepOf(file) && !isSafeHtml(to, one),
  );

test('a file imports only from its own step of the staircase or a lower one', () => {
  expect(upstairs(house)).toEqual([]);
  expect(
    upstairs([
      piece('src/server/log.ts', `import { home } from '#src/features/articles/home.ts';`),
      piece('src/features/articles/Home.astro', `---\nimport P from '#src/layouts/P.astro';\n---`),
      piece('src/components/Box.astro', `<script>\nimport '#src/features/a/b.ts';\n</script>`),
      piece('src/layouts/Page.astro', `<script src="./../pages/a.ts"></script>`),
      piece('src/cli/start.ts', `await import('#src/pages/index.ts');`),
      piece('src/locales/en.ts', `export { log } from '#src/server/log.ts';`),
      piece('src/server/clock.ts', `type A = import('#src/components/a.ts').A;`),
      piece('src/server/clock.ts', `import type { SafeHtml } from '#src/components/html.ts';`),
    ]),
  ).toHaveLength(7);
});

test('every file of src stands on a step', () => {
  const homeless = (pieces: Piece[]) =>
    pieces.filter(isSource).filter(({ file }) => stepOf(file) < 0 && file !== 'src/env.d.ts');
  expect(homeless(house).map(({ file }) => file)).toEqual([]);
  expect(homeless([piece('src/lib/a.ts', '')])).toHaveLength(1);
});

const intoLaterRoom = (pieces: Piece[]) =>
  offences(pieces, ({ file }, to) => {
    const [own, other] = [roomOf(file), roomOf(to)];
    return !!own && !!other && ROOMS.indexOf(other) > ROOMS.indexOf(own);
  });

test('a room imports only from the rooms before it', () => {
  const rooms = house.map(({ file }) => roomOf(file)).filter((room) => room !== undefined);
  expect(ROOMS).toEqual(expect.arrayContaining([...new Set(rooms)]));
  expect(intoLaterRoom(house)).toEqual([]);
  expect(
    intoLaterRoom([
      piece('src/features/articles/a.ts', `import type { A } from '#src/features/search/a.ts';`),
      piece('src/features/search/a.ts', `import { a } from '#src/features/articles/a.ts';`),
    ]),
  ).toEqual(['src/features/articles/a.ts → #src/features/search/a.ts']);
});

const wrongWays = (pieces: Piece[]) =>
  offences(pieces.filter(isSource), ({ file }, to, { specifier }) => {
    if (specifier.startsWith('#src/features/')) return roomOf(file) === roomOf(to);
    if (specifier.startsWith('#src/')) return folderOf(file) === folderOf(to);
    return specifier.startsWith('./') && folderOf(file) !== folderOf(to);
  });
const folderOf = (file: string) => roomOf(file) ?? file.split('/').slice(0, 2).join('/');

test('inside a room the way is ./, across rooms #src/', () => {
  expect(wrongWays(house)).toEqual([]);
  expect(
    wrongWays([
      piece('src/features/articles/a.ts', `import '#src/features/articles/b.ts';`),
      piece('src/server/a.ts', `import '#src/server/b.ts';`),
      piece('src/server/a.ts', `import './b.ts';`),
    ]),
  ).toHaveLength(2);
});

test('no import climbs out of its folder with ../', () => {
  const climbing = (pieces: Piece[]) =>
    offences(pieces, (_, __, { specifier }) => specifier.split('/').includes('..'));
  expect(climbing(house)).toEqual([]);
  expect(
    climbing([
      piece('src/server/a.ts', `import '../b.ts';`),
      piece('src/server/a.ts', `import './../b.ts';`),
    ]),
  ).toHaveLength(2);
});

test('no file only passes on what others export, but for the list of actions that Astro asks for', () => {
  const isOurs = (file: string) => !file.startsWith('src/pages/');
  const barrels = (pieces: Piece[]) =>
    pieces
      .filter(({ file }) => isOurs(file) && file !== 'src/actions/index.ts')
      .filter(
        ({ file, imports }) => file.endsWith('/index.ts') || imports.some((one) => one.passesOn),
      )
      .map(({ file }) => file);
  expect(barrels(house)).toEqual([]);
  expect(
    barrels([
      piece('src/server/index.ts', ''),
      piece('src/server/all.ts', `export { a } from './a.ts';`),
      piece('src/server/all.ts', `export * from './a.ts';`),
    ]),
  ).toHaveLength(3);
});

test('only cli and the database itself call what stands in db/; all others know its types', () => {
  const intoDatabase = (pieces: Piece[]) =>
    offences(
      pieces.filter(isSource).filter(({ file }) => !file.startsWith('src/cli/')),
      (_, to, { isType }) => to.startsWith('db/') && !(to === 'db/schema.ts' && isType),
    );
  expect(intoDatabase(house)).toEqual([]);
  expect(
    intoDatabase([
      piece('src/server/database.ts', `import { migrate } from '#db/migrate.ts';`),
      piece('src/server/database.ts', `import type { Database } from '#db/schema.ts';`),
      piece('src/cli/start.ts', `import { migrate } from '#db/migrate.ts';`),
    ]),
  ).toHaveLength(1);
});

test('db imports nothing from src', () => {
  const fromDatabase = (pieces: Piece[]) =>
    offences(
      pieces.filter(({ file }) => file.startsWith('db/')),
      (_, to) => to.startsWith('src/'),
    );
  expect(fromDatabase(house)).toEqual([]);
  expect(fromDatabase([piece('db/cli.ts', `import '#src/server/env.ts';`)])).toHaveLength(1);
});

test('nothing imports the tests or the content folder', () => {
  const outwards = (pieces: Piece[]) =>
    offences(
      pieces.filter(({ file }) => !file.startsWith('tests/')),
      (_, to) => /^(tests|content)\//.test(to),
    );
  expect(outwards(house)).toEqual([]);
  expect(
    outwards([piece('astro.config.ts', `import './content/site.yml'; import './tests/a.ts';`)]),
  ).toHaveLength(2);
});

test('pages, actions, layouts and components of a room call use cases and readers, never a store', () => {
  const pastTheDoor = (pieces: Piece[]) =>
    offences(
      pieces.filter(
        ({ file }) => /^src\/(pages|actions|layouts)\//.test(file) || file.endsWith('.astro'),
      ),
      (_, to, { isType }) => to.endsWith('.store.ts') && !isType,
    );
  expect(pastTheDoor(house)).toEqual([]);
  expect(
    pastTheDoor([
      piece('src/pages/a.astro', `---\nimport { f } from '#src/features/a/a.store.ts';\n---`),
    ]),
  ).toHaveLength(1);
});

test('astro:actions is known to actions, pages and .astro files only', () => {
  const upTheWire = (pieces: Piece[]) =>
    offences(
      pieces.filter(
        ({ file }) => !/^src\/(pages|actions)\//.test(file) && !file.endsWith('.astro'),
      ),
      (_, __, { specifier }) => specifier === 'astro:actions',
    );
  expect(upTheWire(house)).toEqual([]);
  expect(
    upTheWire([piece('src/features/feedback/vote.ts', `import { actions } from 'astro:actions';`)]),
  ).toHaveLength(1);
});

test('components use the server for its types only', () => {
  const fromComponents = (pieces: Piece[]) =>
    offences(
      pieces.filter(({ file }) => file.startsWith('src/components/')),
      (_, to, { isType }) => to.startsWith('src/server/') && !isType,
    );
  expect(fromComponents(house)).toEqual([]);
  expect(
    fromComponents([piece('src/components/a.ts', `import { log } from '#src/server/log.ts';`)]),
  ).toHaveLength(1);
});
