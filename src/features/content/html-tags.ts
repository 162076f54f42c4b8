/** A tag in a piece of raw HTML. */
export interface HtmlTag {
  /** As written. */
  source: string;
  name: string;
  closing: boolean;
  selfClosing: boolean;
  /** Names in lower case; a name without a value has an empty one. */
  attributes: [name: string, value: string][];
  /** Lines after the first line of the piece. */
  lineOffset: number;
}

const TAG =
  /<!--[\s\S]*?(?:-->|$)|<[?!][^>]*>|<(\/?)([a-z][a-z\d:-]*)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/gi;
const ATTRIBUTE = /([^\s"'=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The tags in a piece of raw HTML, in order; comments are passed over. */
export function readTags(html: string): HtmlTag[] {
  const tags: HtmlTag[] = [];
  let line = 0;
  let counted = 0;
  for (const match of html.matchAll(TAG)) {
    const [, slash, name, attributes = '', selfClosing] = match;
    if (!name) continue;
    line += html.slice(counted, match.index).split('\n').length - 1;
    counted = match.index;
    tags.push({
      source: match[0],
      name: name.toLowerCase(),
      closing: slash === '/',
      selfClosing: selfClosing === '/',
      attributes: readAttributes(attributes),
      lineOffset: line,
    });
  }
  return tags;
}

function readAttributes(source: string): [string, string][] {
  return [...source.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
    name.toLowerCase(),
    double ?? single ?? bare ?? '',
  ]);
}
