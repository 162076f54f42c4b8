import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { listFiles, piece, readHouse, type Piece } from './house.ts';

const house = readHouse();
const files = ['src', 'db', 'tests', 'public'].flatMap(listFiles);

test('no file or folder is called by a word that says nothing', () => {
  const empty =
    /(^|[/.\-_])(utils?|helpers?|common|misc|managers?|services?|lib|data)(?=[/.\-_]|$)/i;
  // Names that their fields have for just these things.
  const nameless = (paths: string[]) =>
    paths
      .map((one) => one.replace(/structured-data|self-service/, ''))
      .filter((one) => empty.test(one));
  expect(nameless(files)).toEqual([]);
  expect(
    nameless([
      'src/server/utils.ts',
      'src/helpers/a.ts',
      'src/server/mail-service.ts',
      'src/features/articles/article-helper.ts',
      'tests/common/a.ts',
    ]),
  ).toHaveLength(5);
});

test('code is named in kebab-case, components in PascalCase', () => {
  const odd = (paths: string[]) =>
    paths
      .filter((one) => /^src\/(?!pages\/).*\.(ts|js|astro|css)$/.test(one))
      .filter((one) => {
        const name = path.posix.basename(one);
        if (name.endsWith('.astro')) return !/^[A-Z][A-Za-z0-9]+\.astro$/.test(name);
        return !/^[a-z0-9]+(-[a-z0-9]+)*(\.(store|client|d))?\.(ts|js|css)$/.test(name);
      });
  expect(odd(files)).toEqual([]);
  expect(
    odd(['src/server/rateLimit.ts', 'src/components/icon.astro', 'src/server/Log.ts']),
  ).toHaveLength(3);
});

/** Exported async functions: what a use case or a reader does. */
function deeds(code: string): string[] {
  const source = ts.createSourceFile('a.ts', code, ts.ScriptTarget.Latest);
  const has = (node: ts.FunctionDeclaration, kind: ts.SyntaxKind) =>
    node.modifiers?.some((modifier) => modifier.kind === kind);
  return source.statements
    .filter((node) => ts.isFunctionDeclaration(node))
    .filter((node) => has(node, ts.SyntaxKind.ExportKeyword))
    .filter((node) => has(node, ts.SyntaxKind.AsyncKeyword))
    .map((node) => node.name?.text ?? 'default');
}

const saysAll = (name: string, words: string[]) => {
  const said = name.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
  return words.every((word) => said.includes(word));
};

test('a use case is named like its file', () => {
  // It has the database handed to it; only a store, which is named after its noun, has that too.
  // What an interface says of others' functions is no function.
  const withoutTypes = (code: string) => code.replace(/^(export )?interface [\s\S]*?^\}/gm, '');
  const isUseCase = ({ file, code }: Piece) =>
    /^src\/features\/[^/]+\/[^/.]+\.ts$/.test(file) &&
    /\b(Kysely|Transaction)<Database>/.test(withoutTypes(code));
  const misnamed = (pieces: Piece[]) =>
    pieces
      .filter(isUseCase)
      .filter(({ file, code }) => {
        const words = path.posix.basename(file, '.ts').split('-');
        return !deeds(code).some((name) => saysAll(name, words));
      })
      .map(({ file }) => file);
  expect(misnamed(house)).toEqual([]);
  const taking = 'db: Kysely<Database>';
  expect(
    misnamed([
      piece('src/features/feedback/give-feedback.ts', `export async function vote(${taking}) {}`),
      piece('src/features/feedback/vote.ts', `export async function vote(${taking}) {}`),
      piece('src/features/feedback/series.ts', 'export const seriesOf = 1;'),
    ]),
  ).toEqual(['src/features/feedback/give-feedback.ts']);
});

test('an action file is offered under its own name', () => {
  const isAction = ({ file, imports }: Piece) =>
    file.startsWith('src/actions/') &&
    // What doors are made of is no door.
    file !== 'src/actions/account-door.ts' &&
    imports.some(
      ({ specifier, values }) => specifier === 'astro:actions' && values.includes('defineAction'),
    );
  const offered = (pieces: Piece[]) => {
    const index = pieces.find(({ file }) => file === 'src/actions/index.ts');
    const list = /export const server = \{([\s\S]*?)\}/.exec(index?.code ?? '')?.[1] ?? '';
    const inList = list.split(',').map((name) => name.trim());
    return pieces.filter(isAction).filter(({ file }) => {
      const name = path.posix.basename(file, '.ts');
      return (
        !inList.includes(name) ||
        !index?.imports.some(({ specifier }) => specifier === `./${name}.ts`)
      );
    });
  };
  expect(offered(house).map(({ file }) => file)).toEqual([]);
  expect(
    offered([
      piece('src/actions/index.ts', `import { a } from './a.ts';\nexport const server = { a };`),
      piece('src/actions/a.ts', `import { defineAction } from 'astro:actions';`),
      piece('src/actions/b.ts', `import { defineAction } from 'astro:actions';`),
      piece('src/actions/sender.ts', `import { saltsFor } from '#src/server/salts.ts';`),
    ]).map(({ file }) => file),
  ).toEqual(['src/actions/b.ts']);
});

test('every action that a file defines is exported from it', () => {
  const kept = (pieces: Piece[]) =>
    pieces
      .filter(({ file }) => /^src\/actions\/[^/]+\.ts$/.test(file))
      .flatMap(({ file, code }) => {
        const defined = [...code.matchAll(/^(?:export )?const (\w+) = defineAction\(/gm)];
        const exported = /^export const \w+ = \{([\s\S]*?)\};/m.exec(code)?.[1] ?? '';
        return defined
          .filter(([, name = '']) => !new RegExp(`\\b${name}\\b`).test(exported))
          .map(([, name]) => `${file}: ${name}`);
      });
  expect(kept(house)).toEqual([]);
  expect(
    kept([
      piece(
        'src/actions/feedback.ts',
        'const vote = defineAction({});\nconst explain = defineAction({});\nexport const feedback = { vote };',
      ),
    ]),
  ).toEqual(['src/actions/feedback.ts: explain']);
});
