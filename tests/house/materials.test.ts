import { expect, test } from 'vitest';
import { piece, readHouse, type Piece } from './house.ts';

const house = readHouse();
const sources = house.filter(({ file }) => /^(src|db)\//.test(file));

const isStore = (file: string) => file.endsWith('.store.ts') || file.startsWith('db/');
/** `file → package` for each import that `refuses` says no to. */
const importing = (
  pieces: Piece[],
  refuses: (file: string, one: Piece['imports'][number]) => boolean,
) =>
  pieces.flatMap(({ file, imports }) =>
    imports.filter((one) => refuses(file, one)).map(({ specifier }) => `${file} → ${specifier}`),
  );
/** The places that open sessions with PostgreSQL. */
const opensSessions = (file: string) =>
  /^src\/server\/(database|preparing-client|reading-database)\.ts$/.test(file);
/** The code with comments blanked out, so that prose about a rule does not break it. */
const bare = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, ' ');
const writing = (pieces: Piece[], pattern: RegExp, allowed: (file: string) => boolean) =>
  pieces
    .filter(({ file, code }) => !allowed(file) && pattern.test(bare(code)))
    .map(({ file }) => file);

test('SQL is written in stores and in db only', () => {
  const withKysely = (pieces: Piece[]) =>
    importing(
      pieces,
      (file, { specifier, isType }) =>
        /^kysely(\/|$)/.test(specifier) && !isType && !isStore(file) && !opensSessions(file),
    );
  expect(withKysely(sources)).toEqual([]);
  expect(
    withKysely([
      piece('src/features/a/b.ts', `import { sql } from 'kysely';`),
      piece('src/features/a/b.ts', `import { jsonArrayFrom } from 'kysely/helpers/postgres';`),
      piece('src/features/a/b.ts', `import type { Kysely } from 'kysely';`),
      piece('src/features/a/b.store.ts', `import { sql } from 'kysely';`),
    ]),
  ).toHaveLength(2);

  const SQL =
    /\bsql(<[^>]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|executeQuery)\(|\.query\(\s*['"`]/;
  const withSql = (pieces: Piece[]) => writing(pieces, SQL, isStore);
  expect(withSql(sources)).toEqual([]);
  expect(
    withSql([
      piece('src/features/a/b.ts', `db.selectFrom('articles')`),
      piece('src/pages/a.astro', '---\nawait sql<number>`select 1`.execute(db);\n---'),
      piece('src/server/a.ts', `client.query('select 1')`),
      piece('src/server/b.ts', `// as db.selectFrom('articles') does`),
    ]),
  ).toHaveLength(3);
});

test('pg itself is known to the connection and to db only', () => {
  const withPg = (pieces: Piece[]) =>
    importing(
      pieces,
      (file, { specifier }) =>
        /^pg(-|\/|$)/.test(specifier) && !opensSessions(file) && !file.startsWith('db/'),
    );
  expect(withPg(sources)).toEqual([]);
  expect(
    withPg([
      piece('src/server/jobs.ts', `import pg from 'pg';`),
      piece('src/server/jobs.ts', `import type { Pool } from 'pg';`),
    ]),
  ).toHaveLength(2);
});

test('one component prints HTML unescaped', () => {
  const printing = (pieces: Piece[]) =>
    pieces
      .filter(({ file, text }) => file !== 'src/components/Html.astro' && /\bset:html\b/.test(text))
      .map(({ file }) => file);
  expect(printing(sources)).toEqual([]);
  expect(printing([piece('src/layouts/Page.astro', '<div set:html={html} />')])).toHaveLength(1);
});

test('one file reads the environment; besides it the installer, which runs before any package is there, and the tests', () => {
  const allowed = (file: string) =>
    ['src/server/env.ts', 'src/cli/install.js'].includes(file) ||
    /^tests\/(support|bench)\//.test(file);
  const reading = (pieces: Piece[]) =>
    writing(
      pieces,
      /\bprocess\s*\.\s*env\b|\bprocess\[|astro:env|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/,
      allowed,
    );
  expect(reading(house.filter(({ file }) => !file.startsWith('tests/house/')))).toEqual([]);
  expect(
    reading([
      piece('src/server/log.ts', `const level = process.env['LOG_LEVEL'];`),
      piece('src/server/log.ts', `const { env } = process;`),
      piece('src/pages/a.astro', `---\nimport { A } from 'astro:env/server';\n---`),
      piece('tests/unit/a.test.ts', `process.env.PORT = '1';`),
      piece('tests/support/a.ts', `process.env.PORT = '1';`),
    ]),
  ).toHaveLength(4);
});

test('the rooms are told the time and the dice', () => {
  const CLOCK = /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(\)/;
  const allowed = (file: string) =>
    !/^src\/(features|components)\/[^.]*\.ts$/.test(file) ||
    [
      // Pages call these without a time: they read the folder once a process.
      'src/features/articles/library.ts',
      'src/features/articles/manifest.ts',
      // Watches over a thread that may hang.
      'src/features/search/engine-server.ts',
    ].includes(file);
  const guessing = (pieces: Piece[]) => writing(pieces, CLOCK, allowed);
  expect(guessing(sources)).toEqual([]);
  expect(guessing([piece('src/features/a/b.ts', `const now = new Date();`)])).toHaveLength(1);
});
