import type { Element, ElementContent, Root } from 'hast';
import { mentionsOfText } from './mention.ts';

/** In these a name is part of something else. */
const CLOSED = new Set(['a', 'code', 'pre']);

function withMentions(text: string, handles: ReadonlySet<string>): ElementContent[] {
  const parts: ElementContent[] = [];
  let done = 0;
  for (const { handle, start, end } of mentionsOfText(text)) {
    if (!handles.has(handle)) continue;
    parts.push(
      { type: 'text', value: text.slice(done, start) },
      {
        type: 'element',
        tagName: 'a',
        properties: { href: `/members/${handle}` },
        children: [{ type: 'text', value: text.slice(start, end) }],
      },
    );
    done = end;
  }
  return [...parts, { type: 'text', value: text.slice(done) }];
}

function linkIn(parent: Element | Root, handles: ReadonlySet<string>): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type === 'text') return withMentions(child.value, handles);
    if (child.type === 'element' && !CLOSED.has(child.tagName)) linkIn(child, handles);
    return [child];
  });
}

/** Leads `@handle` to the member's page, of those handles that the file brings along. */
export const markdownMentions = () => (tree: Root, file: { data: Record<string, unknown> }) => {
  const handles = file.data['handles'] as ReadonlySet<string> | undefined;
  if (handles && handles.size > 0) linkIn(tree, handles);
};
