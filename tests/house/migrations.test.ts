import path from 'node:path';
import { expect, test } from 'vitest';
import { piece, readHouse, type Piece } from './house.ts';

const migrations = readHouse().filter(({ file }) => file.startsWith('db/migrations/'));

test('a migration imports nothing of ours, so that it means the same for good', () => {
  const leaning = (pieces: Piece[]) =>
    pieces.flatMap(({ file, imports }) =>
      imports
        .filter(({ specifier }) => /^[.#]/.test(specifier))
        .map(({ specifier }) => `${file} → ${specifier}`),
    );
  expect(migrations.length).toBeGreaterThan(0);
  expect(leaning(migrations)).toEqual([]);
  expect(
    leaning([
      piece('db/migrations/a.ts', `import type { Database } from '#db/schema.ts';`),
      piece('db/migrations/b.ts', `import { limits } from '#src/features/feedback/feedback.ts';`),
    ]),
  ).toHaveLength(2);
});

test('a migration is typed by no schema', () => {
  const typed = (pieces: Piece[]) =>
    pieces
      .filter(({ code }) => {
        const databases = [...code.matchAll(/\b(?:Kysely|Transaction)<([^>]*)>/g)];
        return databases.length === 0 || databases.some(([, type]) => type !== 'any');
      })
      .map(({ file }) => file);
  expect(typed(migrations)).toEqual([]);
  expect(
    typed([
      piece('db/migrations/a.ts', 'export async function up(db: Kysely<Database>) {}'),
      piece('db/migrations/b.ts', 'export async function up(db: Kysely<any>) {}'),
    ]),
  ).toEqual(['db/migrations/a.ts']);
});

test('a migration goes forward only, and its name is its date and a sentence', () => {
  const odd = (pieces: Piece[]) =>
    pieces
      .filter(
        ({ file, code }) =>
          !/^\d{8}T\d{4}_[a-z]+(_[a-z0-9]+)+\.ts$/.test(path.posix.basename(file)) ||
          !/export async function up\(/.test(code) ||
          /export (async )?(function|const) down\b/.test(code),
      )
      .map(({ file }) => file);
  expect(odd(migrations)).toEqual([]);
  expect(
    odd([
      piece('db/migrations/001.ts', 'export async function up() {}'),
      piece(
        'db/migrations/20261121T2100_create_a.ts',
        'export async function up() {}\nexport async function down() {}',
      ),
      piece('db/migrations/20261121T2100_create_a.ts', 'export async function up() {}'),
    ]),
  ).toHaveLength(2);
});
