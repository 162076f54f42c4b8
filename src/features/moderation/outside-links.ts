import { visit } from 'unist-util-visit';
import { parseMarkdown } from '#src/server/markdown.ts';

/**
 * The hosts that the links and pictures of a text lead to, each as often as it is linked.
 * @param ownHost of this site, whose own pages anybody may link to
 */
export function outsideLinks(markdown: string, ownHost: string): string[] {
  const hosts: string[] = [];
  visit(parseMarkdown(markdown), (node) => {
    if (!('url' in node) || typeof node.url !== 'string') return;
    const host = hostOf(node.url);
    if (host && host !== ownHost) hosts.push(host);
  });
  return hosts;
}

/** The host of an address of the web, without `www.`. */
function hostOf(address: string): string | undefined {
  if (!/^(https?:)?\/\//i.test(address)) return undefined;
  const url = URL.parse(address, 'https://here.invalid');
  return url?.host.replace(/^www\./, '').replace(/\.$/, '') || undefined;
}
