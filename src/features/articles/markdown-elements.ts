import GithubSlugger from 'github-slugger';
import { defineHastPlugin } from 'satteri';
import { escapeHtml } from '#src/components/html.ts';
import { messagesFor } from '#src/locales/messages.ts';

/** Anchors on headings, tables that scroll by themselves, and names for task list boxes. */
export const markdownElements = (locale: string) => () => {
  const words = messagesFor(locale).article;
  const slugger = new GithubSlugger();
  return defineHastPlugin({
    name: 'elements',
    element: [
      {
        filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
        visit(node, context) {
          if (node.properties['id'] === 'footnote-label') return;
          const text = context.textContent(node);
          const own = node.properties['id'];
          const id = typeof own === 'string' ? own : slugger.slug(text);
          const label = escapeHtml(words.linkToSection(text));
          context.setProperty(node, 'id', id);
          context.appendChild(node, {
            type: 'raw',
            value: `<a class="anchor" href="#${escapeHtml(id)}" aria-label="${label}" data-pagefind-ignore>#</a>`,
          });
        },
      },
      {
        filter: ['table'],
        visit(node, context) {
          context.wrapNode(node, {
            type: 'element',
            tagName: 'div',
            properties: {
              className: ['table'],
              role: 'region',
              tabIndex: 0,
              ariaLabel: words.table,
            },
            children: [],
          });
        },
      },
      {
        filter: ['input'],
        visit(node, context) {
          const item = context.parent(node);
          if (item) context.setProperty(node, 'ariaLabel', context.textContent(item).trim());
        },
      },
    ],
  });
};
