import type { Fault } from './content.ts';
import { error } from './faults.ts';

/** A text cut in two; `bodyLine` is the line of the file on which the body starts. */
export interface CutText {
  /** Undefined when the file has none. */
  yaml: string | undefined;
  body: string;
  bodyLine: number;
}

const FENCE = /^---[ \t]*$/;

/** Cuts the YAML between two lines of three hyphens off the start of a file. */
export function cutFrontMatter(file: string, text: string, faults: Fault[]): CutText {
  const end = text.indexOf('\n');
  if (!FENCE.test(end === -1 ? text : text.slice(0, end)))
    return { yaml: undefined, body: text, bodyLine: 1 };

  const closing = /^---[ \t]*(?:\n|$)/m;
  const rest = end === -1 ? '' : text.slice(end + 1);
  const match = closing.exec(rest);
  if (!match) {
    faults.push(
      error(
        file,
        1,
        'the front matter that starts here never ends',
        'put a line of three hyphens (---) after its last field',
      ),
    );
    return { yaml: rest, body: '', bodyLine: 1 };
  }
  const yaml = rest.slice(0, match.index);
  return {
    yaml,
    body: rest.slice(match.index + match[0].length),
    bodyLine: yaml.split('\n').length + 2,
  };
}
