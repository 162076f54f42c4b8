import type { Nodes, Root } from 'mdast';

/** More than anybody writes. What costs more than its length is counted, in a block or in all. */
const most = { lines: 2_000, boxes: 2_500, boxesInLine: 20, marksInBlock: 400, cells: 4_000 };
/** Each list is two: itself and its item. What walks the tree later may then call itself. */
const deepest = 40;

/** Drawing what a member wrote would cost more than it is worth to a reader. */
export class TooIntricate extends Error {}

function allow(count: number, most: number): void {
  if (count > most) throw new TooIntricate();
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** A fence at the very beginning of a line: in a list or a quote it might end earlier than we see. */
const fenced = /^(`{3,}|~{3,})[^`\n]*\n(?:[^]*?\n)??(?:\1[`~]*[ \t]*$|$(?![^]))/gm;
const headMarks = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)]))+/gm;

/**
 * Looks at the text before it is parsed. Marks at the head of a line each open a box; stars,
 * underscores, tildes and brackets are each held against all others of their paragraph.
 * @throws TooIntricate
 */
export function checkSource(markdown: string): void {
  allow(count(markdown, /\n/g), most.lines);
  const prose = markdown.replace(fenced, '\n\n');
  let boxes = 0;
  for (const [marks] of prose.matchAll(headMarks)) {
    // A line of dashes or stars is a rule or an emphasis, and opens nothing.
    if (/^[ \t]*(?:-{3,}|\*{2,})$/.test(marks)) continue;
    const inLine = count(marks, />|[-+*]|\d+[.)]/g);
    allow(inLine, most.boxesInLine);
    boxes += inLine;
  }
  allow(boxes, most.boxes);
  for (const block of prose.split(/\n[ \t]*\n/)) {
    allow(count(block, /\*+|_+|~+|\[/g), most.marksInBlock);
  }
}

/**
 * Looks at the parsed text without calling itself, so that no depth exhausts the stack. A table
 * counts with the cells that its short rows are filled up with.
 * @throws TooIntricate
 */
export function checkTree(tree: Root): void {
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  let cells = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (node.type === 'table') {
      cells += node.children.length * (node.children[0]?.children.length ?? 0);
    }
    allow(cells, most.cells);
    allow(depth, deepest);
    if (!('children' in node)) continue;
    for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
}
