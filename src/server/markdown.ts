import type { Root } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type Processor } from 'unified';
import type { SafeHtml } from '#src/components/html.ts';
import { markdownCode } from './markdown-code.ts';
import { markdownElements } from './markdown-elements.ts';
import { checkSource, checkTree, TooIntricate } from './markdown-limits.ts';
import { markdownMentions } from './markdown-mentions.ts';
import { markdownSchema } from './markdown-schema.ts';
import { Recent } from './recent.ts';

/**
 * HTML and footnotes stay as they were typed. The check of the tree comes before all that GFM does
 * to it, since that calls itself.
 */
function membersMarkdown(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({
    disable: {
      null: [
        'htmlFlow',
        'htmlText',
        'gfmFootnoteCall',
        'gfmPotentialFootnoteCall',
        'gfmFootnoteDefinition',
      ],
    },
  });
  (data.fromMarkdownExtensions ??= []).push({ transforms: [checkTree] });
}

const parser = unified().use(remarkParse).use(membersMarkdown).use(remarkGfm).freeze();

const drawer = unified()
  .use(remarkRehype)
  .use(markdownElements)
  .use(markdownMentions)
  .use(markdownCode)
  .use(rehypeSanitize, markdownSchema)
  .use(rehypeStringify)
  .freeze();

/** The tree of what a member wrote; of a text that would cost too much to draw, one block of code. */
export function parseMarkdown(markdown: string): Root {
  try {
    checkSource(markdown);
    return parser.parse(markdown);
  } catch (error) {
    if (!(error instanceof TooIntricate)) throw error;
    return { type: 'root', children: [{ type: 'code', value: markdown }] };
  }
}

const nobody: ReadonlySet<string> = new Set();

/** Characters of HTML and of the texts that it was made from. */
const rendered = new Recent<SafeHtml>(4_000_000);

/**
 * HTML of what a member wrote, safe to print wherever a `<div>` may stand. The same text always
 * gives the same HTML.
 *
 * HTML in the text is shown as it was typed, since members write about it; so are footnotes, whose
 * ids would clash between the posts of a page. Headings begin at `<h3>`. Links lead to http, https,
 * mailto and paths of ours, and say `nofollow ugc noopener`; a link to anything else is its text.
 * Pictures come from our own uploads, any other is a link. A text that would cost too much to draw
 * (boxes in boxes in boxes, tables of thousands of cells) is shown as it was typed.
 * @param markdown at most 20,000 characters, which the caller has checked
 * @param handles of the members that exist, in small letters; these lead to their pages
 */
export async function renderMarkdown(
  markdown: string,
  handles: ReadonlySet<string> = nobody,
): Promise<SafeHtml> {
  const key = [...handles].sort().concat(markdown).join('\0');
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const tree = await drawer.run(parseMarkdown(markdown), { data: { handles } });
  const html = drawer.stringify(tree) as SafeHtml;
  rendered.set(key, html, key.length + html.length);
  return html;
}
