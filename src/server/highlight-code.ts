import type { Element, ElementContent, Root } from 'hast';
import {
  bundledLanguages,
  createCssVariablesTheme,
  createHighlighter,
  type Highlighter,
  type ShikiTransformer,
} from 'shiki';

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

/** The class that src/styles/prose.css gives a colour or a face to; undefined for plain text. */
function classOf(declaration: string): string | undefined {
  const [property, value = ''] = declaration.split(':');
  if (property === 'color') return /^var\(--code-(token-[a-z-]+)\)$/.exec(value)?.[1];
  return value && `token-${value}`;
}

/** Shiki writes styles into the elements; classes are shorter, and a strict policy lets them in. */
const classes: ShikiTransformer = {
  span(node) {
    const names = String(node.properties['style'] ?? '')
      .split(';')
      .map(classOf)
      .filter((name) => name);
    node.properties = names.length > 0 ? { className: names.map(String) } : {};
  },
  line(node) {
    node.properties = { className: ['line'] };
  },
};

/**
 * What stands inside a `<code>` element for `source`, its parts marked with classes `token-…`;
 * undefined when `language` is none that Shiki knows. Lines are separated by newlines.
 * @param longestLine characters; a longer line stays plain
 */
export async function highlightCode(
  source: string,
  language: string | undefined,
  longestLine = 0,
): Promise<ElementContent[] | undefined> {
  const lang = language?.toLowerCase() ?? '';
  if (!Object.hasOwn(bundledLanguages, lang)) return undefined;
  const tree: Root = (await highlighterWith(lang)).codeToHast(source, {
    lang,
    theme: 'tokens',
    transformers: [classes],
    tokenizeMaxLineLength: longestLine,
    // A line that a busy machine takes long for would otherwise lose its colours by chance.
    tokenizeTimeLimit: 0,
  });
  const pre = tree.children[0] as Element;
  return (pre.children[0] as Element).children;
}
