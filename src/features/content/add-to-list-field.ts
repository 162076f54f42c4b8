import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import { cutFrontMatter } from './front-matter.ts';

const endOf = (node: unknown): number => (node as { range: [number, number, number] }).range[1];

/**
 * Adds a value to a list in an article's front matter, and changes nothing else of its text.
 * @returns undefined when the front matter is faulty, or the field is no list
 */
export function addToListField(text: string, field: string, value: string): string | undefined {
  const eol = /\r\n/.test(text) ? '\r\n' : '\n';
  const item = stringify(value, { lineWidth: 0 }).trim();
  const cut = cutFrontMatter('', text, []);
  if (cut.yaml === undefined) return `---${eol}${field}: [${item}]${eol}---${eol}${eol}${text}`;

  const start = text.indexOf('\n') + 1;
  const insert = (at: number, piece: string) =>
    text.slice(0, start + at) + piece + text.slice(start + at);
  const { contents, errors } = parseDocument(cut.yaml);
  if (errors.length > 0 || (contents !== null && !isMap(contents))) return undefined;
  const pair = contents?.items.find(({ key }) => isScalar(key) && key.value === field);
  if (!pair) return insert(cut.yaml.length, `${field}: [${item}]${eol}`);

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
  return insert(rest + 1, `${indent}- ${item}${eol}`);
}
