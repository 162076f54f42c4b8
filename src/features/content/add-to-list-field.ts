import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import type { Fault } from './content.ts';
import { cutFrontMatter } from './front-matter.ts';

const endOf = (node: unknown): number => (node as { range: [number, number, number] }).range[1];

/**
 * Adds a value to a list in an article's front matter, and changes nothing else of its text.
 * @returns undefined when the front matter is faulty, or the field is no list
 */
export function addToListField(text: string, field: string, value: string): string | undefined {
  if (text.startsWith('\ufeff')) {
    const added = addToListField(text.slice(1), field, value);
    return added && `\ufeff${added}`;
  }
  // The parsers of this folder know the line's end of Unix only.
  if (text.includes('\r\n')) {
    return addToListField(text.replaceAll('\r\n', '\n'), field, value)?.replaceAll('\n', '\r\n');
  }
  const item = stringify(value, { lineWidth: 0 }).trim();
  const faults: Fault[] = [];
  const cut = cutFrontMatter('', text, faults);
  if (faults.length > 0) return undefined;
  if (cut.yaml === undefined) return `---\n${field}: [${item}]\n---\n\n${text}`;

  const start = text.indexOf('\n') + 1;
  const insert = (at: number, piece: string) =>
    text.slice(0, start + at) + piece + text.slice(start + at);
  const { contents, errors } = parseDocument(cut.yaml);
  if (errors.length > 0 || (contents !== null && !isMap(contents))) return undefined;
  const pair = contents?.items.find(({ key }) => isScalar(key) && key.value === field);
  if (!pair) return insert(cut.yaml.length, `${field}: [${item}]\n`);

  const list = pair.value;
  if (list === null || (isScalar(list) && list.value === null)) {
    return insert(cut.yaml.indexOf(':', endOf(pair.key)) + 1, ` [${item}]`);
  }
  if (!isSeq(list)) return undefined;
  const last = list.items.at(-1);
  if (list.flow) {
    return last ? insert(endOf(last), `, ${item}`) : insert(endOf(list) - 1, item);
  }
  const before = cut.yaml.slice(0, endOf(last));
  const [indent = ''] = /[^\n]*$/.exec(before)?.[0].match(/^\s*/) ?? [];
  const rest = cut.yaml.indexOf('\n', endOf(last));
  return insert(rest + 1, `${indent}- ${item}\n`);
}
