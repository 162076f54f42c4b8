import type { Code, InlineCode, Text } from 'mdast';
import { directives } from './article-syntax.ts';
import { nearest } from './nearest.ts';
import type { BodyFault } from './body-facts.ts';

const COLONS = /^[ \t]*(:{2,})[ \t]*([a-z][\w-]*)?(.*)$/i;

/** Finds what was meant as a block and came out as text, or as code that never ends. */
export function checkText(node: Text | InlineCode | Code, body: string, faults: BodyFault[]): void {
  const line = node.position?.start.line ?? 1;
  if (node.type === 'code') return checkFence(node, line, body, faults);
  if (node.type === 'inlineCode') return;
  if (node.value.includes('](')) checkBrokenLink(node, line, faults);
  if (!node.value.includes('::')) return;
  node.value.split('\n').forEach((text, index) => {
    const [, colons = '', name, rest = ''] = COLONS.exec(text) ?? [];
    if (!colons || !startsLine(node, index, body)) return;
    const at = { line: line + index, severity: 'error' as const };
    if (!name && !rest.trim() && colons.length >= 3) {
      faults.push({
        ...at,
        what: `this ${colons} ends no block`,
        todo: 'remove it, or give a block that contains others more colons than they have',
      });
    } else if (name && (colons.length >= 3 || name in directives)) {
      const known = directives[nearest(name, Object.keys(directives)) ?? ''];
      faults.push({
        ...at,
        what: `${/^:+[ \t]*[\w-]+/.exec(text.trim())?.[0]} starts no block here`,
        todo: `write ${(known ?? directives['note'])?.example}, without a space after the colons and alone on its line`,
      });
    }
  });
}

/** A path with a space in it makes no link, and readers see the brackets. */
function checkBrokenLink(node: Text, line: number, faults: BodyFault[]): void {
  for (const match of node.value.matchAll(/\]\(((?:\.|https?:)[^()<>\n]* [^()<>\n]*)\)/g)) {
    const url = match[1] ?? '';
    faults.push({
      line: line + node.value.slice(0, match.index).split('\n').length - 1,
      severity: 'error',
      what: `${url} is no link, because it has a space in it`,
      todo: `write ${url.replaceAll(' ', '%20')}`,
    });
  }
}

/** Whether the given line of a text node begins where a line of its paragraph begins. */
function startsLine(node: Text, index: number, body: string): boolean {
  if (index > 0) return true;
  const start = node.position?.start.offset ?? 0;
  return /(?:^|\n)[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?$/.test(
    body.slice(body.lastIndexOf('\n', start - 1) + 1, start),
  );
}

function checkFence(node: Code, line: number, body: string, faults: BodyFault[]): void {
  const source = body.slice(node.position?.start.offset, node.position?.end.offset);
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1];
  if (!fence || (source.trimEnd().endsWith(fence) && source.trimEnd().length > fence.length))
    return;
  faults.push({
    line,
    severity: 'warning',
    what: 'this block of code never ends',
    todo: `put a line of ${fence} after it`,
  });
}
