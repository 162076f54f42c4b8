import { defineMdastPlugin } from 'satteri';
import { escapeHtml } from '#src/components/html.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { headingIds } from '#src/features/content/heading-ids.ts';
import { plainText } from '#src/features/content/plain-text.ts';

/**
 * Anchors on headings: the very ones that the reader of the content folder takes down, since
 * links between articles were checked against those. Runs first, on the text as written.
 */
export const markdownHeadings = (locale: string) => () => {
  const words = messagesFor(locale).article;
  const idOf = headingIds();
  return defineMdastPlugin({
    name: 'headings',
    options: { position: true },
    heading(node, context) {
      const text = plainText(node, context.source);
      const data = node.data as { hProperties?: { id?: string } } | undefined;
      const id = idOf(text, data?.hProperties?.id);
      const label = escapeHtml(words.linkToSection(text));
      context.setProperty(node, 'data', { ...data, hProperties: { ...data?.hProperties, id } });
      context.appendChild(node, {
        type: 'html',
        value: `<a class="anchor" href="#${escapeHtml(id)}" aria-label="${label}" data-pagefind-ignore>#</a>`,
      });
    },
  });
};
