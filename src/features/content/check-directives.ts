import type { MdastNode } from 'satteri';
import { directives, isDirective, type DirectiveForm } from './article-syntax.ts';
import { nearest } from './nearest.ts';
import type { BodyFacts } from './body-facts.ts';
import { playerOf } from './video-player.ts';

type ContainerDirective = Extract<MdastNode, { type: 'containerDirective' }>;
type DirectiveNode = Extract<
  MdastNode,
  { type: 'textDirective' | 'leafDirective' | 'containerDirective' }
>;
type Tell = (what: string, todo: string, severity?: 'error' | 'warning') => void;

const FORMS = {
  textDirective: 'text',
  leafDirective: 'leaf',
  containerDirective: 'container',
} as const;
const COLONS: Record<DirectiveForm, string> = { text: ':', leaf: '::', container: ':::' };

/** Checks one directive: its name, its form, its attributes, and what must stand around and in it. */
export function checkDirective(
  node: DirectiveNode,
  parent: MdastNode | undefined,
  body: string,
  facts: BodyFacts,
): void {
  const line = node.position?.start.line ?? 1;
  const tell: Tell = (what, todo, severity = 'error') =>
    facts.faults.push({ line, severity, what, todo });
  const form = FORMS[node.type];
  const source = body.slice(node.position?.start.offset, node.position?.end.offset);
  if (!isDirective(form, node.name)) {
    if (form !== 'text' || isMeant(node, source, body)) tellUnknown(node.name, form, tell);
    return;
  }
  checkAttributes(node, tell);
  if (node.type === 'containerDirective') {
    checkOpening(node, source, tell);
    checkEnd(node, parent, source, tell);
    checkNesting(node, parent, tell);
  } else if (node.name === 'video') checkVideo(node, line, facts, tell);
}

/** A colon in prose, as in 10:30 or key:value[1], is no directive. */
function isMeant(node: DirectiveNode, source: string, body: string): boolean {
  const before = body[(node.position?.start.offset ?? 0) - 1] ?? ' ';
  return /[\]}]$/.test(source) && /^:[a-z]/i.test(source) && !/[\p{L}\p{N}:]/u.test(before);
}

function tellUnknown(name: string, form: DirectiveForm, tell: Tell): void {
  const written = COLONS[form] + name;
  const names = Object.keys(directives);
  const ofForm = names.filter((one) => isDirective(form, one));
  const known = directives[name] ?? directives[nearest(name, ofForm) ?? nearest(name, names) ?? ''];
  if (directives[name]) {
    const place = form === 'text' ? ', on a line of its own' : '';
    return tell(`${written} has the wrong number of colons`, `write ${known?.example}${place}`);
  }
  const todo = known
    ? `write ${known.example} if you meant that`
    : `use one of: ${names.join(', ')}, or put the text in backticks`;
  tell(`there is no block called ${written}`, todo);
}

function checkAttributes(node: DirectiveNode, tell: Tell): void {
  const known = directives[node.name]?.attributes ?? [];
  for (const name of Object.keys(node.attributes ?? {})) {
    if (known.includes(name)) continue;
    const guess = nearest(name, known);
    const todo = guess ? `write ${guess}="…" if you meant that` : 'remove it';
    tell(`${node.name} knows no "${name}"`, todo);
  }
}

/** What follows the name, the title and the attributes on the first line is no part of the page. */
function checkOpening(node: ContainerDirective, source: string, tell: Tell): void {
  const [label] = node.children;
  const start = node.position?.start.offset ?? 0;
  const named = /^:+[\w-]+/.exec(source)?.[0] ?? '';
  const end = isLabel(label) ? (label?.position?.end.offset ?? start) - start : named.length;
  const rest = source
    .slice(end, source.indexOf('\n'))
    .replace(/^\{[^}]*\}/, '')
    .trim();
  if (!rest || !source.includes('\n')) return;
  const todo = `put it in square brackets, ${named}[${rest}], or on the next line`;
  tell(`"${rest}" after ${named} would be lost`, todo);
}

function isLabel(node: ContainerDirective['children'][number] | undefined): boolean {
  return node?.type === 'paragraph' && node.data?.directiveLabel === true;
}

function checkEnd(
  node: ContainerDirective,
  parent: MdastNode | undefined,
  source: string,
  tell: Tell,
): void {
  const colons = /^:+/.exec(source)?.[0] ?? ':::';
  if (!/\n[ \t>]*:{3,}[ \t]*$/.test(source)) {
    return tell(`the block ${colons}${node.name} never ends`, `put a line of ${colons} after it`);
  }
  const endsWithParent =
    parent?.type === 'containerDirective' &&
    parent.position?.end.offset === node.position?.end.offset;
  if (endsWithParent) {
    const todo = `begin and end ${parent.name} with ${colons}:`;
    tell(`the end of ${node.name} also ends ${parent.name} around it`, todo);
  }
}

function checkNesting(node: ContainerDirective, parent: MdastNode | undefined, tell: Tell): void {
  const [label, ...rest] = node.children;
  const isLabelled = isLabel(label);
  const content = isLabelled ? rest : node.children;
  switch (node.name) {
    case 'tab':
      if (parent?.type !== 'containerDirective' || parent.name !== 'tabs') {
        tell(
          'a tab stands outside tabs',
          'put ::::tabs before the first and :::: after the last tab',
        );
      }
      if (!isLabelled) tell('the tab has no label', 'write it in square brackets: :::tab[macOS]');
      break;
    case 'tabs':
      if (!content.some(isTab)) tell('the tabs have no tab', 'put :::tab[…] blocks in them');
      else if (!content.every(isTab)) {
        tell(
          'something in these tabs stands in no tab',
          'move it into one of them, or out of the tabs',
        );
      }
      break;
    case 'steps':
      if (!content.some((child) => child.type === 'list' && child.ordered)) {
        tell('the steps have no numbered list', 'begin each step with 1. and a space');
      }
      break;
    case 'details':
      if (!isLabelled) {
        const todo = 'write it in square brackets: :::details[What you click on]';
        tell('the details have nothing to click on', todo, 'warning');
      }
      break;
  }
}

function isTab(node: ContainerDirective['children'][number]): boolean {
  return node.type === 'containerDirective' && node.name === 'tab';
}

function checkVideo(node: DirectiveNode, line: number, facts: BodyFacts, tell: Tell): void {
  const { src, poster } = node.attributes ?? {};
  if (node.children.length === 0) {
    tell('the video has no title', 'write it in square brackets: ::video[Title]', 'warning');
  }
  if (poster) facts.references.push({ use: 'image', url: poster, line });
  if (!src) return tell('the video has no source', 'add {src="…"} with an address or an .mp4 file');
  if (!playerOf(src) && !/\.mp4$/i.test(src)) {
    return tell(`${src} cannot be played`, 'use a video at YouTube or Vimeo, or an .mp4 file');
  }
  facts.references.push({ use: 'video', url: src, line });
}
