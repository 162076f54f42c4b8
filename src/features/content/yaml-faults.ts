import type { YAMLError } from 'yaml';

/** What is wrong and what to do, in a writer's words, for the mistakes that YAML makes easy. */
const advice: Record<string, [what: string, todo: string]> = {
  TAB_AS_INDENT: ['a tab is used for indentation', 'use spaces instead'],
  BAD_INDENT: [
    'the indentation does not fit the lines around it',
    'align it with them, using spaces',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'this line has a second colon, which YAML takes for another field',
    "put the value in quotes, such as title: 'Error 403: what it means'",
  ],
  MULTILINE_IMPLICIT_KEY: [
    'this line is no field of the form name: value',
    'add the colon and a space after the name, or put a text of several lines in quotes',
  ],
  BAD_SCALAR_START: [
    'the value starts with a character that means something to YAML',
    'put the value in quotes',
  ],
  MISSING_CHAR: [
    'a closing quote or bracket is missing, or a space after a colon',
    'complete the line',
  ],
  BAD_DQ_ESCAPE: [
    'a backslash in double quotes starts an escape that YAML does not know',
    'use single quotes',
  ],
  BAD_ALIAS: ['a value that starts with * or & means something to YAML', 'put the value in quotes'],
  MULTIPLE_DOCS: ['a line of three hyphens starts a second document', 'remove that line'],
};

/** A YAML error in `source` as what is wrong and what to do. */
export function explainYamlError(problem: YAMLError, source: string): [what: string, todo: string] {
  if (problem.code === 'DUPLICATE_KEY') {
    const key = /^[^:\s]+/.exec(source.slice(problem.pos[0]))?.[0] ?? '';
    return [`\`${key}\` is given twice`, 'keep one of the two'];
  }
  const known = advice[problem.code];
  if (known) return known;
  const [sentence = ''] = problem.message.split('\n');
  return [
    `this is not valid YAML (${sentence.trim()})`,
    'correct the line, or put its value in quotes',
  ];
}
