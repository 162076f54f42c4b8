import type { Definition, Image, ImageReference } from 'mdast';
import { defineMdastPlugin, type MdastVisitorContext } from 'satteri';
import { hastToHtml } from 'shiki';
import { visit } from 'unist-util-visit';
import { escapeHtml } from '#src/components/html.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { highlightCode } from '#src/server/highlight-code.ts';
import type { References } from './references.ts';
import { videoHtml } from './video.ts';

function imageHtml(references: References, source: string, alt: string): string {
  const image = references.asset(source);
  if (!image)
    return `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}" loading="lazy" decoding="async">`;
  const largest = image.files.at(-1);
  const address = (name: string) => `/files/${name}`;
  const set =
    image.files.length > 1
      ? ` srcset="${image.files.map((file) => `${address(file.name)} ${file.width}w`).join(', ')}" sizes="(min-width: 48rem) 45rem, 100vw"`
      : '';
  return `<img src="${address(largest?.name ?? '')}"${set} alt="${escapeHtml(alt)}" width="${image.width}" height="${image.height}" loading="lazy" decoding="async">`;
}

/** Links, images and figures, code, videos and key caps. */
export const markdownInline = (references: References) => () => {
  const words = messagesFor(references.locale).article;
  const definitions = new Map<string, Definition>();

  /** Alone in a paragraph it becomes a figure, with its title as the caption. */
  function showImage(
    node: Image | ImageReference,
    { source, title }: { source: string; title: string | null | undefined },
    context: MdastVisitorContext,
  ): void {
    const html = imageHtml(references, source, node.alt ?? '');
    const parent = context.parent(node);
    if (parent?.type === 'paragraph' && parent.children.length === 1) {
      const caption = title ? `<figcaption>${escapeHtml(title)}</figcaption>` : '';
      context.replaceNode(parent, { type: 'html', value: `<figure>${html}${caption}</figure>` });
    } else context.replaceNode(node, { type: 'html', value: html });
  }

  return defineMdastPlugin({
    name: 'inline',
    options: { position: true },
    before(root, context) {
      if (!context.source.includes('![')) return;
      visit(root, 'definition', (node) => {
        // Where two have one name, the first counts.
        if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
      });
    },
    link(node, context) {
      const address = references.link(node.url);
      if (address !== undefined) context.setProperty(node, 'url', address);
    },
    definition(node, context) {
      const address = references.link(node.url);
      if (address !== undefined) context.setProperty(node, 'url', address);
    },
    image(node, context) {
      showImage(node, { source: node.url, title: node.title }, context);
    },
    imageReference(node, context) {
      const definition = definitions.get(node.identifier);
      if (definition) showImage(node, { source: definition.url, title: definition.title }, context);
    },
    async code(node, context) {
      const title = /(?:^|\s)title="([^"]*)"/.exec(node.meta ?? '')?.[1];
      const caption = title ? `<figcaption>${escapeHtml(title)}</figcaption>\n` : '';
      const label = escapeHtml(title ?? words.code);
      const coloured = await highlightCode(node.value, node.lang ?? undefined);
      const code = coloured
        ? hastToHtml({ type: 'root', children: coloured })
        : escapeHtml(node.value);
      context.replaceNode(node, {
        type: 'html',
        value: `<figure class="code">${caption}<pre tabindex="0" role="group" aria-label="${label}"><code>${code}</code></pre></figure>`,
      });
    },
    leafDirective(node, context) {
      if (node.name !== 'video') return;
      const { src, poster } = node.attributes ?? {};
      const title = context.textContent(node);
      context.replaceNode(node, {
        type: 'html',
        value: videoHtml(references, title, src ?? '', poster ?? undefined),
      });
    },
    textDirective(node, context) {
      if (node.name === 'kbd') {
        const keys = context
          .textContent(node)
          // Not at a plus that is itself a key, as in Ctrl++.
          .split(/(?<=[^+\s]\s*)\+(?=.)/)
          .map((key) => `<kbd>${escapeHtml(key.trim())}</kbd>`);
        context.replaceNode(node, {
          type: 'html',
          value: `<span class="keys">${keys.join('+')}</span>`,
        });
        return;
      }
      // A colon in prose, as in 10:30, is no directive: give back what was written.
      const { start, end } = node.position ?? {};
      const value = context.source.slice(start?.offset, end?.offset);
      context.replaceNode(node, { type: 'text', value });
    },
  });
};
