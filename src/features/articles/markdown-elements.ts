import { defineHastPlugin, type HastNode } from 'satteri';
import { messagesFor } from '#src/locales/messages.ts';

/** Tables that scroll by themselves, and names for task list boxes. */
export const markdownElements = (locale: string) => () => {
  const words = messagesFor(locale).article;
  return defineHastPlugin({
    name: 'elements',
    element: [
      {
        filter: ['table'],
        visit(node, context) {
          context.wrapNode(node, {
            type: 'element',
            tagName: 'div',
            properties: {
              className: ['table'],
              role: 'group',
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
          // What is listed below an item does not belong to its name.
          const own = item?.children.filter(
            (child) => !(child.type === 'element' && ['ul', 'ol'].includes(child.tagName)),
          );
          const name = own?.map((child) => context.textContent(child as HastNode)).join('');
          context.setProperty(node, 'ariaLabel', name?.replace(/\s+/g, ' ').trim());
        },
      },
    ],
  });
};
