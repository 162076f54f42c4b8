import type { Element, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import { highlightCode } from './highlight-code.ts';

/**
 * What a customer pastes. Each grammar stays in memory for good, and all that Shiki has would fill
 * half a gigabyte.
 */
const LANGUAGES = new Set(
  'bash c c# c++ cpp cs csharp css diff docker dockerfile go graphql html http ini java javascript js json jsonc jsx kotlin kt lua markdown md php powershell ps1 py python r rb rs ruby rust scala scss sh shell sql svg swift toml ts tsx typescript vue xml yaml yml zsh'.split(
    ' ',
  ),
);

/**
 * The server waits while code is coloured, and lines that were made to be slow take a fifth of a
 * millisecond a character; honest code takes a tenth of that.
 */
const mostCharacters = 4_000;
const longestLine = 120;

const languageOf = (code: Element) =>
  /^language-(.+)$/.exec(String((code.properties['className'] as string[] | undefined)?.[0]))?.[1];

/** Colours code blocks in the languages that members use, as long as the text's budget lasts. */
export const markdownCode = () => async (tree: Root) => {
  const found: { code: Element; text: Text; language: string }[] = [];
  visit(tree, { type: 'element', tagName: 'pre' }, (pre) => {
    const code = pre.children[0] as Element;
    const language = languageOf(code)?.toLowerCase() ?? '';
    const text = code.children[0];
    if (text?.type === 'text' && LANGUAGES.has(language)) found.push({ code, text, language });
  });
  let left = mostCharacters;
  for (const { code, text, language } of found) {
    left -= text.value.length;
    if (left < 0) return;
    code.children =
      (await highlightCode(text.value.replace(/\n$/, ''), language, longestLine)) ?? code.children;
  }
};
