import type { Features } from 'satteri';

/**
 * What a writer's Markdown may contain beyond CommonMark. The check and the page must parse alike,
 * or anchors found by one would be missing in the other. Front matter is cut off beforehand.
 */
export const articleFeatures = {
  gfm: true,
  directive: true,
  headingAttributes: true,
  frontmatter: false,
  smartPunctuation: false,
} satisfies Features;

/** `:text[…]` inside a sentence, `::leaf[…]` on a line, `:::container` … `:::` around lines. */
export type DirectiveForm = 'text' | 'leaf' | 'container';

interface Directive {
  form: DirectiveForm;
  attributes: string[];
  /** How to write it, for the messages of the check. */
  example: string;
}

const callout = (name: string): Directive => ({
  form: 'container',
  attributes: [],
  example: `:::${name}`,
});

/** The blocks and marks that writers may use, by name. */
export const directives: Record<string, Directive> = {
  note: callout('note'),
  tip: callout('tip'),
  warning: callout('warning'),
  danger: callout('danger'),
  tabs: { form: 'container', attributes: ['group'], example: '::::tabs' },
  tab: { form: 'container', attributes: [], example: ':::tab[macOS]' },
  steps: { form: 'container', attributes: [], example: ':::steps' },
  details: { form: 'container', attributes: [], example: ':::details[What you click on]' },
  video: { form: 'leaf', attributes: ['src', 'poster'], example: '::video[Title]{src="…"}' },
  snippet: { form: 'leaf', attributes: ['name'], example: '::snippet{name="…"}' },
  kbd: { form: 'text', attributes: [], example: ':kbd[Ctrl+K]' },
};

export function isDirective(form: DirectiveForm, name: string): boolean {
  return Object.hasOwn(directives, name) && directives[name]?.form === form;
}
