import type { Element, ElementContent, Root } from 'hast';
import { linkedAddress, linkRelations, uploadAddress } from './member-links.ts';

/** The page has its own title, and a question's stands above its text. */
const TITLES: Record<string, string> = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6' };

const isElement = (node: { type: string }): node is Element => node.type === 'element';

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

const link = (address: string, children: ElementContent[]) =>
  element(
    'a',
    // The sanitiser knows schemes in small letters.
    { href: address.replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase()), rel: linkRelations },
    children,
  );

/** A picture of ours; for any other its link, since showing it would tell its host who reads. */
function picture({ properties }: Element, isInLink: boolean): ElementContent {
  const address = String(properties['src'] ?? '');
  const alt = String(properties['alt'] ?? '');
  const size = uploadAddress.exec(address)?.groups;
  // With its size the text below it stands still while it loads.
  if (size) {
    return element('img', { src: address, alt, ...size, loading: 'lazy', decoding: 'async' });
  }
  const text = { type: 'text' as const, value: alt || address };
  return isInLink || !linkedAddress.test(address) ? text : link(address, [text]);
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return isElement(node) ? node.children.map(textOf).join('') : '';
}

function fitted(node: Element, parent: Element | Root, isInLink: boolean): ElementContent[] {
  const { tagName, properties, children } = node;
  if (tagName === 'img') return [picture(node, isInLink)];
  if (tagName === 'a') {
    const address = String(properties['href'] ?? '');
    return linkedAddress.test(address) ? [link(address, children)] : children;
  }
  if (tagName === 'table') return [element('div', { className: ['table'], tabIndex: 0 }, [node])];
  // The box of a task is named by what stands beside it.
  if (tagName === 'input' && isElement(parent)) properties['ariaLabel'] = textOf(parent).trim();
  // Long lines scroll, also by the keyboard.
  if (tagName === 'pre') properties['tabIndex'] = 0;
  node.tagName = TITLES[tagName] ?? tagName;
  return [node];
}

function fitChildren(parent: Element | Root, isInLink: boolean): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (!isElement(child)) return [child];
    fitChildren(child, isInLink || child.tagName === 'a');
    return fitted(child, parent, isInLink);
  });
}

/** Fits what Markdown makes into a page of ours: headings, links, pictures, tables, code, tasks. */
export const markdownElements = () => (tree: Root) => fitChildren(tree, false);
