import { markdownToHtml } from 'satteri';
import { trustHtml, type SafeHtml } from '#src/components/html.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { articleFeatures } from '#src/features/content/article-syntax.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { markdownElements } from './markdown-elements.ts';
import { markdownHeadings } from './markdown-headings.ts';
import { markdownInline } from './markdown-inline.ts';
import type { References } from './references.ts';

/**
 * HTML of an article's body. Writers are trusted and their raw HTML has been checked, so
 * nothing is sanitised here; text from visitors never comes this way.
 */
export async function renderArticle(body: string, references: References): Promise<SafeHtml> {
  const words = messagesFor(references.locale).article;
  const { html } = await markdownToHtml(body, {
    features: {
      ...articleFeatures,
      gfm: {
        footnotes: { label: words.footnotes, backLabel: words.backToText, clobberPrefix: '' },
      },
    },
    mdastPlugins: [
      markdownHeadings(references.locale),
      markdownBlocks(references.locale),
      markdownInline(references),
    ],
    hastPlugins: [markdownElements(references.locale)],
  });
  return trustHtml(html);
}
