import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import type { Fault } from './content.ts';
import { error } from './faults.ts';
import { explainField } from './field-faults.ts';
import { locateYaml } from './located-yaml.ts';
import { explainYamlError } from './yaml-faults.ts';

export interface YamlSource {
  file: string;
  text: string;
  /** Line of the file on which `text` starts. */
  firstLine: number;
}

export interface YamlFields<T> {
  /** The valid fields; a faulty one is reported and left out. */
  fields: Partial<T>;
  /** Line of `key`, or of `key.0` for a list's first item; unknown paths are on the first line. */
  lineOf(path: string): number;
}

type FieldSchema = z.ZodObject | z.ZodRecord;

/**
 * Reads a YAML map and checks it against `schema`, whose messages say what is expected.
 * Every fault is reported at the line of its own key.
 */
export function readYaml<S extends FieldSchema>(
  source: YamlSource,
  schema: S,
  faults: Fault[],
): YamlFields<z.infer<S>> {
  const { file, text, firstLine } = source;
  const quick = readSound(text, schema);
  if (quick) return { fields: quick, lineOf: lazyLineOf(source) };

  const { values, problems, lines } = locateYaml(text);
  const lineOf = (path: string) => firstLine + (lines.get(path) ?? 1) - 1;
  for (const { problem, line } of problems) {
    faults.push(error(file, firstLine + line - 1, ...explainYamlError(problem, text)));
  }
  const given = values ?? {};
  if (!isFields(given)) {
    const todo = 'write one field a line, each as name: value';
    faults.push(error(file, firstLine, 'there are no fields here', todo));
    return { fields: {}, lineOf };
  }
  // A missing field is not worth telling when nothing could be read.
  if (values === undefined && problems.length > 0) return { fields: {}, lineOf };
  dropEmpty(given, schema);
  const result = schema.safeParse(given);
  if (result.success) return { fields: result.data as Partial<z.infer<S>>, lineOf };
  const issues = result.error.issues;
  faults.push(...issues.flatMap((issue) => explainField(file, schema, issue, given, lineOf)));
  for (const issue of issues) dropFaulty(given, issue);
  const sound = (schema instanceof z.ZodObject ? schema.partial() : schema).safeParse(given);
  return { fields: (sound.data ?? {}) as Partial<z.infer<S>>, lineOf };
}

/**
 * The fields of a text without fault, which is nearly every one. Thousands of articles are read
 * at each build, and only a fault needs the slow parser that knows places.
 */
function readSound<S extends FieldSchema>(
  text: string,
  schema: S,
): Partial<z.infer<S>> | undefined {
  try {
    const values = load(text, { schema: CORE_SCHEMA }) ?? {};
    if (isFields(values)) dropEmpty(values, schema);
    return schema.safeParse(values).data as Partial<z.infer<S>> | undefined;
  } catch {
    return undefined;
  }
}

function lazyLineOf({ text, firstLine }: YamlSource): (path: string) => number {
  let lines: Map<string, number> | undefined;
  return (path) => {
    lines ??= locateYaml(text).lines;
    return firstLine + (lines.get(path) ?? 1) - 1;
  };
}

function isFields(values: unknown): values is Record<string, unknown> {
  return typeof values === 'object' && values !== null && !Array.isArray(values);
}

/** A known field that is left empty counts as not given. */
function dropEmpty(values: Record<string, unknown>, schema: FieldSchema): void {
  if (!(schema instanceof z.ZodObject)) return;
  for (const key of Object.keys(schema.shape)) if (values[key] === null) delete values[key];
}

function dropFaulty(values: Record<string, unknown>, issue: z.core.$ZodIssue): void {
  const [key] = issue.path;
  if (key !== undefined) delete values[String(key)];
  else if (issue.code === 'unrecognized_keys') for (const name of issue.keys) delete values[name];
}
