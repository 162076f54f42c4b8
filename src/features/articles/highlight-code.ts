import {
  bundledLanguages,
  createCssVariablesTheme,
  createHighlighter,
  type Highlighter,
} from 'shiki';
import { escapeHtml } from '#src/components/html.ts';

// Colours come from the page's own tokens, so light, dark and a company's brand need no second copy.
const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--code-' });

let highlighter: Promise<Highlighter> | undefined;

async function highlighterWith(language: string): Promise<Highlighter> {
  highlighter ??= createHighlighter({ themes: [theme], langs: [] });
  const loaded = await highlighter;
  if (!loaded.getLoadedLanguages().includes(language)) {
    await loaded.loadLanguage(language as keyof typeof bundledLanguages);
  }
  return loaded;
}

/**
 * The inside of a `<code>` element for `source`: highlighted when Shiki knows `language`, else
 * plain escaped text. Lines are separated by newlines.
 */
export async function highlightCode(source: string, language: string | undefined): Promise<string> {
  const lang = language?.toLowerCase() ?? '';
  if (!Object.hasOwn(bundledLanguages, lang)) return escapeHtml(source);
  const html = (await highlighterWith(lang)).codeToHtml(source, {
    lang,
    theme: 'tokens',
    // A line that a busy machine takes long for would otherwise lose its colours by chance.
    tokenizeTimeLimit: 0,
  });
  return html.slice(html.indexOf('<code>') + '<code>'.length, html.lastIndexOf('</code>'));
}
