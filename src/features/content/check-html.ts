import type { Html } from 'mdast';
import type { MdastNode } from 'satteri';
import {
  allowedElements,
  foreignElements,
  refusedElements,
  selfEndingElements,
  voidElements,
} from './html-elements.ts';
import { readTags, type HtmlTag } from './html-tags.ts';
import { nearest } from './nearest.ts';
import type { BodyFacts } from './body-facts.ts';

interface OpenTag {
  name: string;
  line: number;
}

/**
 * Checks the raw HTML of one body. An element has to end within the paragraph, list item or block
 * in which it starts, since that is where the page ends it.
 */
export function htmlCheck(facts: BodyFacts) {
  const open = new Map<MdastNode | undefined, OpenTag[]>();

  return {
    read(node: Html, parent: MdastNode | undefined): void {
      const line = node.position?.start.line ?? 1;
      if (node.value.startsWith('<!--') && !node.value.includes('-->')) {
        const todo = 'put --> after it';
        facts.faults.push({ line, severity: 'error', what: 'this comment never ends', todo });
      }
      const stack = open.get(parent) ?? [];
      open.set(parent, stack);
      for (const tag of readTags(node.value)) readTag(tag, line + tag.lineOffset, stack, facts);
    },
    /** Has to be called after the last child of `parent`. */
    leave(parent: MdastNode): void {
      for (const tag of open.get(parent) ?? []) tellUnclosed(tag, facts);
      open.delete(parent);
    },
  };
}

function readTag(tag: HtmlTag, line: number, stack: OpenTag[], facts: BodyFacts): void {
  const { name } = tag;
  const inForeign = stack.some((outer) => foreignElements.has(outer.name));
  const refused = refusedElements.get(name);
  if (refused) return tell(facts, line, `<${name}> is not allowed in an article`, refused);
  if (!inForeign && !allowedElements.has(name)) return tellUnknown(tag, line, facts);
  checkAttributes(tag, line, facts);
  if (tag.closing) return closeTag(name, line, stack, facts);
  const isEmpty =
    voidElements.has(name) || (tag.selfClosing && (inForeign || foreignElements.has(name)));
  if (!isEmpty) stack.push({ name, line });
}

function closeTag(name: string, line: number, stack: OpenTag[], facts: BodyFacts): void {
  const at = stack.findLastIndex((outer) => outer.name === name);
  if (at === -1) {
    if (voidElements.has(name)) return;
    return tell(
      facts,
      line,
      `</${name}> ends nothing that starts here`,
      `remove it, or put <${name}> before it`,
    );
  }
  for (const tag of stack.splice(at).slice(1)) tellUnclosed(tag, facts);
}

function tellUnclosed({ name, line }: OpenTag, facts: BodyFacts): void {
  if (selfEndingElements.has(name)) return;
  const todo = `put </${name}> after it in the same paragraph or block, or, if it is a placeholder, put it in backticks: \`<${name}>\``;
  tell(facts, line, `<${name}> is never closed`, todo);
}

function tellUnknown({ name, source, closing }: HtmlTag, line: number, facts: BodyFacts): void {
  const written = source.length > 60 ? `<${name} …>` : source;
  if (closing) {
    return tell(facts, line, `${written} is no HTML element`, 'remove it, or put it in backticks');
  }
  const guess = name.includes('-') ? undefined : nearest(name, allowedElements);
  const what = `${written} is no HTML element, so readers would not see it`;
  const otherwise = guess && guess.length > 2 ? `, or write <${guess}> if you meant that` : '';
  const todo = `if it is a placeholder, put it in backticks: \`${written}\`${otherwise}`;
  tell(facts, line, what, todo);
}

const UNSAFE_ADDRESS = /^\s*(?:javascript|vbscript|data)\s*:/i;
const ADDRESSES = new Set([
  'href',
  'src',
  'poster',
  'srcset',
  'xlink:href',
  'action',
  'formaction',
]);

function checkAttributes(
  { name, closing, attributes }: HtmlTag,
  line: number,
  facts: BodyFacts,
): void {
  if (closing) return;
  for (const [key, value] of attributes) {
    if (key.startsWith('on'))
      tell(facts, line, `${key} on <${name}> would run a script`, 'remove it');
    if (key === 'id' || (key === 'name' && name === 'a')) facts.anchors.add(value);
    if (!ADDRESSES.has(key)) continue;
    if (UNSAFE_ADDRESS.test(decodeEntities(value))) {
      tell(
        facts,
        line,
        `the ${key} of <${name}> would run a script`,
        'write an address that starts with https://',
      );
    } else if (value.startsWith('#')) facts.references.push({ use: 'link', url: value, line });
    else if (!/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(value)) {
      const instead = name === 'img' ? `![…](${value})` : `[…](${value})`;
      tell(
        facts,
        line,
        `the path ${value} in HTML is not followed`,
        `write it as Markdown: ${instead}`,
      );
    }
  }
  if (name === 'img' && !attributes.some(([key]) => key === 'alt')) {
    facts.faults.push({
      line,
      severity: 'warning',
      what: 'the image has no alternative text',
      todo: 'add alt="…" that says what it shows',
    });
  }
}

/** Undoes what a browser would undo before it looks at the scheme of an address. */
function decodeEntities(value: string): string {
  return value
    .replace(/&#x([\da-f]+);?/gi, (_, digits) => character(Number.parseInt(digits, 16)))
    .replace(/&#(\d+);?/g, (_, digits) => character(Number(digits)))
    .replace(/&colon;/gi, ':')
    .replace(/&(?:Tab|NewLine);|[\u0000-\u0020]/gi, '');
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function tell(facts: BodyFacts, line: number, what: string, todo: string): void {
  facts.faults.push({ line, severity: 'error', what, todo });
}
