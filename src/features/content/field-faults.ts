import { z } from 'zod';
import type { Fault } from './content.ts';
import { error } from './faults.ts';
import { nearest } from './nearest.ts';

/** The faults behind one validation issue, each at the line of its own key. */
export function explainField(
  file: string,
  schema: z.ZodType,
  issue: z.core.$ZodIssue,
  values: unknown,
  lineOf: (path: string) => number,
): Fault[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) => {
      const guess = nearest(key, known);
      const todo = guess
        ? `write \`${guess}\` if you meant that`
        : `use one of: ${known.join(', ')}`;
      return error(file, lineOf([...path, key].join('.')), `there is no field \`${key}\``, todo);
    });
  }
  const value = path.reduce<unknown>(
    (inner, step) => (inner as Record<string, unknown> | null | undefined)?.[step],
    values,
  );
  const name = path.join('.').replace(/\.(\d+)/g, (_, index) => `[${Number(index) + 1}]`);
  const line = nearestLine(path, lineOf);
  if (value === undefined) {
    return [error(file, line, `\`${name}\` is missing`, `add ${issue.message}`)];
  }
  const shown = typeof value === 'object' ? JSON.stringify(value) : `"${String(value)}"`;
  const needsQuotes =
    issue.code === 'invalid_type' && issue.expected === 'string' && typeof value !== 'object';
  const todo = needsQuotes ? `put it in quotes: "${String(value)}"` : `write ${issue.message}`;
  return [error(file, line, `\`${name}\` cannot be ${shown}`, todo)];
}

/** The line of the path, or of the innermost part of it that is there. */
function nearestLine(path: string[], lineOf: (path: string) => number): number {
  for (let length = path.length; length > 1; length--) {
    const line = lineOf(path.slice(0, length).join('.'));
    if (line !== lineOf('')) return line;
  }
  return lineOf(path[0] ?? '');
}

function knownKeys(schema: z.core.$ZodType, path: string[]): string[] {
  if (schema instanceof z.ZodOptional) return knownKeys(schema.unwrap(), path);
  const [step, ...rest] = path;
  if (schema instanceof z.ZodArray) return knownKeys(schema.element, rest);
  if (schema instanceof z.ZodRecord) return knownKeys(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  const inner = step === undefined ? undefined : schema.shape[step];
  return inner ? knownKeys(inner, rest) : Object.keys(schema.shape);
}
