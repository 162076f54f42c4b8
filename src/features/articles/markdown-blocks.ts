import { defineMdastPlugin, type MdastNode, type MdastVisitorContext } from 'satteri';
import { escapeHtml } from '#src/components/html.ts';
import { iconSvg } from '#src/components/icon.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { inlineScripts } from '#src/server/inline-scripts.ts';

const CALLOUT_ICONS: Record<string, string> = {
  note: 'info',
  tip: 'lightbulb',
  warning: 'triangle-alert',
  danger: 'octagon-alert',
};

const element = (hName: string, hProperties: Record<string, unknown> = {}) => ({
  hName,
  hProperties,
});

/**
 * Callouts, tabs, steps and collapsible details. Tabs are radio buttons and details are
 * `<details>`, so that both work without JavaScript.
 */
export const markdownBlocks = (locale: string) => () => {
  const words = messagesFor(locale).article;
  // By the block that holds them, since tabs may stand in tabs.
  const groups = new Map<unknown, string>();
  const tabOf = (node: MdastNode, context: MdastVisitorContext) => {
    const tabs = context.parent(node);
    const group = groups.get(tabs) ?? `tabs-${groups.size + 1}`;
    groups.set(tabs, group);
    const at = context.indexOf(node) ?? 0;
    const isTab = (child: object) => 'name' in child && child.name === 'tab';
    return { group, id: `${group}-${at}`, isFirst: tabs?.children.findIndex(isTab) === at };
  };
  return defineMdastPlugin({
    name: 'blocks',
    containerDirective(node, context) {
      const titled = (node.children[0]?.data as { directiveLabel?: boolean } | undefined)
        ?.directiveLabel;
      if (node.name in CALLOUT_ICONS) {
        const title = titled ? undefined : words.callouts[node.name as keyof typeof words.callouts];
        const icon = iconSvg(CALLOUT_ICONS[node.name] ?? 'info');
        context.setProperty(
          node,
          'data',
          element('aside', { className: ['callout', `callout-${node.name}`] }),
        );
        context.prependChild(node, {
          type: 'html',
          value: `<span class="callout-icon">${icon}</span>${title ? `<p class="callout-title">${escapeHtml(title)}</p>` : ''}`,
        });
      } else if (node.name === 'tabs') {
        const group = node.attributes?.['group'];
        context.setProperty(
          node,
          'data',
          element('div', {
            className: ['tabs'],
            role: 'group',
            'aria-label': words.tabs,
            dataGroup: group ?? undefined,
          }),
        );
        if (group)
          context.insertAfter(node, {
            type: 'html',
            value: `<script>${inlineScripts.restoreTabs}</script>`,
          });
      } else if (node.name === 'tab') {
        const { group, id, isFirst } = tabOf(node, context);
        context.setProperty(node, 'data', element('div', { className: ['tab'] }));
        context.prependChild(node, {
          type: 'html',
          value: `<input type="radio" name="${group}" id="${id}"${isFirst ? ' checked' : ''}>`,
        });
      } else if (node.name === 'steps') {
        context.setProperty(node, 'data', element('div', { className: ['steps'] }));
      } else if (node.name === 'details') {
        context.setProperty(node, 'data', element('details'));
        if (!titled)
          context.prependChild(node, {
            type: 'html',
            value: `<summary>${escapeHtml(words.details)}</summary>`,
          });
      }
    },
    paragraph(node, context) {
      if (!(node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel) return;
      const parent = context.parent(node);
      const name = parent && 'name' in parent ? String(parent.name) : '';
      if (parent && name === 'tab') {
        const { id } = tabOf(parent, context);
        context.setProperty(node, 'data', element('label', { htmlFor: id }));
      } else if (name === 'details') context.setProperty(node, 'data', element('summary'));
      else if (name in CALLOUT_ICONS)
        context.setProperty(node, 'data', element('p', { className: ['callout-title'] }));
    },
  });
};
