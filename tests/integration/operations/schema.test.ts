import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();

/** What pg makes of a column when it is read. */
const READ_AS: Record<string, string> = {
  _int4: 'number[]',
  _text: 'string[]',
  bigint: 'string',
  boolean: 'boolean',
  bytea: 'Buffer',
  date: 'Date',
  integer: 'number',
  jsonb: 'unknown',
  smallint: 'number',
  text: 'string',
  'timestamp with time zone': 'Date',
  tsvector: 'string',
};

type Tables = Record<string, Record<string, string>>;

/** Each table's columns with the type they have when read, as `db/schema.ts` declares them. */
function declared(): Tables {
  const file = path.join(import.meta.dirname, '..', '..', '..', 'db', 'schema.ts');
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const interfaces = new Map(
    source.statements.filter(ts.isInterfaceDeclaration).map((one) => [one.name.text, one]),
  );
  const aliases = new Map(
    source.statements.filter(ts.isTypeAliasDeclaration).map((one) => [one.name.text, one.type]),
  );
  const members = (name: string) =>
    [...(interfaces.get(name)?.members ?? [])]
      .filter((member) => ts.isPropertySignature(member))
      .map((member) => [member.name.getText(source), member.type!] as const);

  function whenRead(type: ts.TypeNode): string {
    if (ts.isUnionTypeNode(type)) return [...new Set(type.types.map(whenRead))].sort().join(' | ');
    if (ts.isLiteralTypeNode(type)) return ts.isStringLiteral(type.literal) ? 'string' : 'null';
    if (ts.isTypeReferenceNode(type)) {
      const name = type.typeName.getText(source);
      const alias = aliases.get(name);
      if (alias) return whenRead(alias);
      const [first] = type.typeArguments ?? [];
      return first ? whenRead(first) : name;
    }
    return type.getText(source);
  }

  return Object.fromEntries(
    members('Database').map(([table, type]) => [
      table,
      Object.fromEntries(
        members(type.getText(source)).map(([column, type]) => [column, whenRead(type)]),
      ),
    ]),
  );
}

/** The same, as PostgreSQL tells it of the migrated database. */
async function migrated(): Promise<Tables> {
  const { rows } = await sql<{ table: string; column: string; type: string; nullable: boolean }>`
    SELECT table_name AS table, column_name AS column,
      CASE data_type WHEN 'ARRAY' THEN udt_name ELSE data_type END AS type,
      is_nullable = 'YES' AS nullable
    FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name NOT LIKE 'kysely_%'
      -- The months of a table are made as they come, each as the whole.
      AND NOT EXISTS (
        SELECT FROM pg_class WHERE oid = quote_ident(table_name)::regclass AND relispartition
      )
    ORDER BY table_name, ordinal_position`.execute(db);
  const tables: Tables = {};
  for (const { table, column, type, nullable } of rows) {
    const read = READ_AS[type] ?? type;
    (tables[table] ??= {})[column] = nullable ? [read, 'null'].sort().join(' | ') : read;
  }
  return tables;
}

test('the row types are those of the migrated database', async () => {
  expect(declared()).toEqual(await migrated());
});
