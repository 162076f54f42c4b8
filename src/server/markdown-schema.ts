import type { Options } from 'rehype-sanitize';
import { linkedAddress, linkRelations, uploadAddress } from './member-links.ts';

/**
 * All that may leave the renderer of members' text, whatever the steps before it let through: no
 * style, no id or name that a script of ours could take for its own, no frame, no form.
 */
export const markdownSchema: Options = {
  tagNames:
    'a blockquote br code del div em h3 h4 h5 h6 hr img input li ol p pre span strong table tbody td th thead tr ul'.split(
      ' ',
    ),
  attributes: {
    a: [
      ['href', linkedAddress],
      ['rel', ...linkRelations],
    ],
    code: [['className', /^language-[^\s]{1,40}$/]],
    div: [
      ['className', 'table'],
      ['tabIndex', 0],
    ],
    img: [
      ['src', uploadAddress],
      'alt',
      ['width', /^\d{1,5}$/],
      ['height', /^\d{1,5}$/],
      ['loading', 'lazy'],
      ['decoding', 'async'],
    ],
    input: [['type', 'checkbox'], 'checked', ['disabled', true], 'ariaLabel'],
    li: [['className', 'task-list-item']],
    ol: ['start', ['className', 'contains-task-list']],
    pre: [['tabIndex', 0]],
    span: [['className', 'line', /^token-[a-z-]{1,40}$/]],
    ul: [['className', 'contains-task-list']],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['https'] },
  ancestors: {
    li: ['ol', 'ul'],
    ...Object.fromEntries(['tbody', 'td', 'th', 'thead', 'tr'].map((part) => [part, ['table']])),
  },
  required: { input: { type: 'checkbox', disabled: true } },
  strip: ['script', 'style', 'template'],
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};
