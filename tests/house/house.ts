import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '..', '..');

/** One import, re-export or dynamic import of a file. */
export interface Import {
  specifier: string;
  /** Nothing of it is left when the types are gone. */
  isType: boolean;
  /** What is imported by name, types left out. */
  values: string[];
  /** An `export … from`. */
  passesOn: boolean;
}

/** A file of ours with what it imports. */
export interface Piece {
  /** Path from the root of the repository, with forward slashes. */
  file: string;
  text: string;
  /** TypeScript of the file: all of it, or what an .astro file has in its fence and scripts. */
  code: string;
  imports: Import[];
}

/** A file with the given text, as `readHouse` would read it; rules are shown to bite with it. */
export function piece(file: string, text: string): Piece {
  const code = file.endsWith('.astro') ? codeOfAstro(text) : text;
  return { file, text, code, imports: [...importsOf(file, code), ...scriptSources(file, text)] };
}

/** Every file of code in the repository: sources, database, tests, and what stands at the top. */
export function readHouse(): Piece[] {
  const files = ['src', 'db', 'tests'].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
  );
  const top = fs.readdirSync(root).filter((name) => /\.[cm]?[jt]s$/.test(name));
  return [...files, ...top]
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.([cm]?[jt]s|astro)$/.test(file))
    .sort()
    .map((file) => piece(file, readText(file)));
}

/** Text of a file by its path from the root. */
export function readText(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8');
}

/** Names of all files below a folder, code or not, by their paths from the root. */
export function listFiles(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'));
}

/** The file of ours that an import leads to; undefined for packages and for what has no place here. */
export function target(from: string, { specifier }: Import): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (!specifier.startsWith('.')) return undefined;
  return path.posix.join(path.posix.dirname(from), specifier);
}

function codeOfAstro(text: string): string {
  const fence = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code]) => code,
  );
  return [fence, ...scripts].join('\n');
}

function scriptSources(file: string, text: string): Import[] {
  if (!file.endsWith('.astro')) return [];
  return [...text.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(([, specifier = '']) => ({
    specifier,
    isType: false,
    values: [],
    passesOn: false,
  }));
}

function importsOf(file: string, code: string): Import[] {
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      imports.push({ specifier: node.moduleSpecifier.text, ...namesOf(node) });
    } else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] &&
      ts.isStringLiteralLike(node.arguments[0])
    ) {
      const specifier = node.arguments[0].text;
      imports.push({ specifier, isType: false, values: ['*'], passesOn: false });
    } else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      const specifier = node.argument.literal.text;
      imports.push({ specifier, isType: true, values: [], passesOn: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(`${file}.ts`, code, ts.ScriptTarget.Latest));
  return imports;
}

function namesOf(node: ts.ImportDeclaration | ts.ExportDeclaration): Omit<Import, 'specifier'> {
  if (ts.isExportDeclaration(node))
    return { isType: node.isTypeOnly, values: ['*'], passesOn: true };
  const clause = node.importClause;
  // Imported for its deeds, as a style sheet is.
  if (!clause) return { isType: false, values: [], passesOn: false };
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword)
    return { isType: true, values: [], passesOn: false };
  const named = clause.namedBindings;
  const values = clause.name ? ['default'] : [];
  if (named && ts.isNamespaceImport(named)) values.push('*');
  if (named && ts.isNamedImports(named)) {
    const kept = named.elements.filter((element) => !element.isTypeOnly);
    values.push(...kept.map(({ propertyName, name }) => (propertyName ?? name).text));
  }
  return { isType: values.length === 0, values, passesOn: false };
}
