import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import type { Fault } from './content.ts';
import { error } from './faults.ts';
import { explainField } from './field-faults.ts';
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

/**
 * Reads a YAML map and checks it against `schema`, whose messages say what is expected.
 * Every fault is reported at the line of its own key.
 */
export function readYaml<S extends z.ZodObject | z.ZodRecord>(
  source: YamlSource,
  schema: S,
  faults: Fault[],
): YamlFields<z.infer<S>> {
  const { file, firstLine } = source;
  const counter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => firstLine + counter.linePos(offset).line - 1;
  for (const problem of document.errors) {
    const [what, todo] = explainYamlError(problem, source.text);
    faults.push(error(file, lineAt(problem.pos[0]), what, todo));
  }
  const lines = linesOfPaths(document, lineAt);
  const lineOf = (path: string) => lines.get(path) ?? firstLine;
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { fields: {}, lineOf };
  if (document.contents !== null && !isMap(document.contents)) {
    const todo = 'write one field a line, each as name: value';
    faults.push(error(file, firstLine, 'there are no fields here', todo));
    return { fields: {}, lineOf };
  }

  const values = (document.toJS() ?? {}) as Record<string, unknown>;
  if (schema instanceof z.ZodObject) dropEmpty(values);
  const result = schema.safeParse(values);
  if (result.success) return { fields: result.data as Partial<z.infer<S>>, lineOf };
  for (const issue of result.error.issues) {
    faults.push(...explainField(file, schema, issue, values, lineOf));
    dropFaulty(values, issue);
  }
  const sound = (schema instanceof z.ZodObject ? schema.partial() : schema).safeParse(values);
  return { fields: (sound.data ?? {}) as Partial<z.infer<S>>, lineOf };
}

/** A field that is left empty counts as not given. */
function dropEmpty(values: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(values)) if (value === null) delete values[key];
}

function dropFaulty(values: Record<string, unknown>, issue: z.core.$ZodIssue): void {
  const [key] = issue.path;
  if (key !== undefined) delete values[String(key)];
  else if (issue.code === 'unrecognized_keys') for (const name of issue.keys) delete values[name];
}

function linesOfPaths(document: Document, lineAt: (offset: number) => number): Map<string, number> {
  const lines = new Map<string, number>();
  const note = (node: unknown, prefix: string) => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key) || !key.range) continue;
        const path = prefix + String(key.value);
        lines.set(path, lineAt(key.range[0]));
        note(value, `${path}.`);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        const range = (item as { range?: [number, number, number] }).range;
        if (range) lines.set(`${prefix}${index}`, lineAt(range[0]));
        note(item, `${prefix}${index}.`);
      });
    }
  };
  note(document.contents, '');
  return lines;
}
