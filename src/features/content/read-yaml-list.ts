import type { Fault } from './content.ts';
import { error } from './faults.ts';
import { locateYaml } from './located-yaml.ts';
import { explainYamlError } from './yaml-faults.ts';

/** An entry of a YAML list, with the line of the file on which it, or a field of it, stands. */
export interface YamlItem {
  value: unknown;
  /** Line, from 1, of a field by its path, such as `query`; of the entry itself for '' or an unknown one. */
  lineOf(path: string): number;
}

/**
 * The entries of a file that is a list; what is no YAML, or no list, is told.
 * @param complaint what to say of a file that is something else than a list, and what to do
 */
export function readYamlList(
  file: string,
  text: string,
  complaint: [what: string, todo: string],
  faults: Fault[],
): YamlItem[] {
  const { values, problems, lines } = locateYaml(text);
  for (const { problem, line } of problems) {
    faults.push(error(file, line, ...explainYamlError(problem, text)));
  }
  if (values === undefined || values === null) return [];
  if (!Array.isArray(values)) {
    faults.push(error(file, 1, ...complaint));
    return [];
  }
  return values.map((value: unknown, at) => ({
    value,
    lineOf: (path) => lines.get(`${at}.${path}`) ?? lines.get(String(at)) ?? 1,
  }));
}
