import pg from 'pg';

/** Milliseconds. */
export const LONGEST_STATEMENT = 10_000;
/** Far more than the house has; what is put together anew each time must not fill the server. */
const MOST_STATEMENTS = 1000;
/**
 * What PostgreSQL says of a plan whose tables have changed since, as by a migration beside us; and,
 * where several are asked at once, of a statement that the first of them could not have prepared.
 */
const OUTDATED = ['0A000', '26000', '42P05'];
const names = new Map<string, string>();
let named = 0;

/**
 * Begins a statement that is planned for its values each time: how many rows have a tag or a word
 * decides which index is the right one.
 */
export const PLANNED_ANEW = '/* planned anew */';

/** A name for a statement, the same whenever its text comes again. */
function nameOf(text: string): string | undefined {
  if (text.startsWith(PLANNED_ANEW)) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_STATEMENTS) return known;
  named += 1;
  const name = `helpmark_${named}`;
  names.set(text, name);
  return name;
}

/** PostgreSQL has no room for the sign of number 0, which nobody types. */
const storable = (value: unknown) =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;

/** Has each statement with parameters parsed and planned once a connection, not once a call. */
export class PreparingClient extends pg.Client {
  override query(...given: any[]): any {
    const [text, typed, callback] = given;
    const values = Array.isArray(typed) ? typed.map(storable) : undefined;
    const isPlain = typeof text === 'string' && callback === undefined;
    const name = isPlain && values && values.length > 0 ? nameOf(text) : undefined;
    const ask = super.query as (...args: any[]) => any;
    if (!name) return ask.apply(this, values ? [text, values, callback] : given);
    return ask.call(this, { name, text, values }).catch((error: unknown) => {
      // The next one who asks has it planned anew.
      if (OUTDATED.includes((error as { code?: string }).code ?? '')) names.delete(text);
      throw error;
    });
  }
}

/** How every session with the database is opened. @param statementTimeout in milliseconds; 0 for none */
export const sessionSettings = (url: string, statementTimeout: number): pg.ClientConfig => ({
  connectionString: url,
  application_name: 'helpmark',
  connectionTimeoutMillis: 4000,
  statement_timeout: statementTimeout,
  // The server may be gone without a word; then its own timeout never comes.
  query_timeout: statementTimeout && statementTimeout + 2000,
  keepAlive: true,
});
