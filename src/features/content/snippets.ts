import type { BodySpan } from './article.ts';
import type { Fault } from './content.ts';
import { error } from './faults.ts';
import { nearest } from './nearest.ts';
import { readSnippetMarks } from './snippet-marks.ts';

interface Snippet {
  file: string;
  locale: string;
  name: string;
  text: string;
}

/** All snippets of a folder, and which of them an article includes. */
export interface SnippetShelf {
  /** By `locale/name`. */
  byName: Map<string, Snippet>;
  defaultLocale: string;
  /** Files of the snippets that something included. */
  used: Set<string>;
}

export interface ExpandedBody {
  body: string;
  /** Undefined when nothing was expanded. */
  spans: BodySpan[] | undefined;
}

interface Line {
  text: string;
  file: string;
  line: number;
}

/**
 * Puts the text of each `::snippet{name="…"}` in its place, snippets in snippets too. A snippet
 * that the locale lacks is taken from the default locale. Relative paths in a snippet start at
 * the snippet's own file and are rewritten to start at the article.
 */
export function expandSnippets(
  source: { file: string; locale: string; body: string; bodyLine: number },
  shelf: SnippetShelf,
  faults: Fault[],
): ExpandedBody {
  if (!source.body.includes('::snippet')) return { body: source.body, spans: undefined };
  const { file, body, bodyLine, locale } = source;
  const lines = expand({ file, locale, text: body, line: bodyLine }, [], { source, shelf, faults });
  return { body: lines.map(({ text }) => text).join('\n'), spans: spansOf(lines) };
}

interface Including {
  source: { file: string; locale: string };
  shelf: SnippetShelf;
  faults: Fault[];
}

function expand(
  from: { file: string; locale: string; text: string; line: number },
  chain: Snippet[],
  including: Including,
): Line[] {
  const { text, marks } = readSnippetMarks(from, including.source);
  const inputs = text.split('\n');
  const output: Line[] = [];
  for (const [index, input] of inputs.entries()) {
    const here = { file: from.file, line: from.line + index };
    const mark = marks.get(index + 1);
    const snippet = mark && findSnippet(mark.name, here, chain, including);
    if (!snippet) {
      output.push({ text: mark ? '' : input, ...here });
      continue;
    }
    const inner = { file: snippet.file, locale: snippet.locale, text: snippet.text, line: 1 };
    const prefix = input.slice(0, mark.column - 1);
    const hanging = prefix.replace(/[^>\s]/g, ' ');
    // Apart from its neighbours by blank lines, or a paragraph before would swallow the text.
    if (inputs[index - 1]?.trim() && prefix === hanging)
      output.push({ text: hanging.trimEnd(), ...here });
    expand(inner, [...chain, snippet], including).forEach((line, at) =>
      output.push({ ...line, text: ((at === 0 ? prefix : hanging) + line.text).trimEnd() }),
    );
    if (inputs[index + 1]?.trim()) output.push({ text: hanging.trimEnd(), ...here });
  }
  return output;
}

function findSnippet(
  name: string | undefined,
  { file, line }: { file: string; line: number },
  chain: Snippet[],
  { source, shelf, faults }: Including,
): Snippet | undefined {
  if (!name) {
    faults.push(error(file, line, 'the snippet has no name', 'write ::snippet{name="…"}'));
    return undefined;
  }
  const snippet =
    shelf.byName.get(`${source.locale}/${name}`) ??
    shelf.byName.get(`${shelf.defaultLocale}/${name}`);
  if (!snippet) {
    const guess = nearest(
      name,
      [...shelf.byName.values()].map((one) => one.name),
    );
    const place = `snippets/${source.locale}/${name}.md`;
    const todo = guess ? `write "${guess}" if you meant that` : `create ${place}`;
    faults.push(error(file, line, `there is no snippet "${name}"`, todo));
    return undefined;
  }
  shelf.used.add(snippet.file);
  if (!chain.includes(snippet)) return snippet;
  const circle = [...chain.slice(chain.indexOf(snippet)), snippet].map((one) => one.name);
  const what = `the snippet "${name}" includes itself (${circle.join(' → ')})`;
  faults.push(error(file, line, what, 'remove one of these lines'));
  return undefined;
}

function spansOf(lines: Line[]): BodySpan[] {
  const spans: BodySpan[] = [];
  lines.forEach(({ file, line }, index) => {
    const last = spans.at(-1);
    const follows = last?.file === file && last.line + index + 1 - last.start === line;
    if (!follows) spans.push({ start: index + 1, file, line });
  });
  return spans;
}
