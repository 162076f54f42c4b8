import type { CompiledQuery, Kysely, RawBuilder } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Stands for a value in a statement while it is put together. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Puts a value's place into a statement. */
export type Slots<Values> = { readonly [Name in keyof Values]-?: Slot };

const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)) });

/**
 * A statement that is asked so often that putting it together each time would cost as much as its
 * answer takes to read. Once for each form that it can have.
 * @param build the statement, with a slot wherever a value goes
 */
export function statement<Form, Values extends object, Row>(
  build: (form: Form, values: Slots<Values>) => RawBuilder<Row>,
): (db: Kysely<Database>, form: Form, values: Values) => Promise<Row[]> {
  const known = new Map<string, CompiledQuery<Row>>();
  return async (db, form, values) => {
    const key = JSON.stringify(form);
    let query = known.get(key);
    if (!query) known.set(key, (query = build(form, slots as Slots<Values>).compile(db)));
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Slot ? values[parameter.name as keyof Values] : parameter,
    );
    const { rows } = await db.executeQuery<Row>({ ...query, parameters });
    return rows;
  };
}
