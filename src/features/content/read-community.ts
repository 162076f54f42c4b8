import { RE2JS } from 're2js';
import type { Reference } from './body-facts.ts';
import { cannedReplyFields, wordRuleFields } from './community-fields.ts';
import {
  PLACEHOLDER,
  PLACEHOLDERS,
  type CannedReply,
  type CommunityPolicy,
  type Guidelines,
  type WordRule,
} from './community-policy.ts';
import type { Fault, Site } from './content.ts';
import type { ContentFiles } from './content-files.ts';
import { error } from './faults.ts';
import { nearest } from './nearest.ts';
import { readBody } from './read-body.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';

/** A text with what the checks across files need to know of it. */
interface ReadGuidelines {
  file: string;
  bodyLine: number;
  references: Reference[];
}

export interface ReadCommunity {
  policy: CommunityPolicy;
  texts: ReadGuidelines[];
}

/** Reads `community/`: guidelines, word rules and canned replies, each of which may be missing. */
export function readCommunity(
  dir: string,
  files: ContentFiles,
  site: Pick<Site, 'locales'>,
  faults: Fault[],
): ReadCommunity {
  const read = files.community.guidelines
    .filter((place) => isOfSite(place, site, faults))
    .map((place) => readGuidelines(dir, place, faults));
  return {
    policy: {
      guidelines: read.map(({ guidelines }) => guidelines),
      wordRules: files.community.wordRules
        ? readWordRules(dir, files.community.wordRules, faults)
        : [],
      replies: files.community.replies
        .filter((place) => isOfSite(place, site, faults))
        .flatMap((place) => readReplies(dir, place, faults)),
    },
    texts: read.map(({ text }) => text),
  };
}

interface Place {
  file: string;
  locale: string;
}

function isOfSite({ file, locale }: Place, site: Pick<Site, 'locales'>, faults: Fault[]): boolean {
  const isKnown = site.locales.includes(locale);
  if (!isKnown) {
    const what = `the site has no locale "${locale}"`;
    const todo = `add it to locales in site.yml, or name the file by one of: ${site.locales.join(', ')}`;
    faults.push(error(file, 1, what, todo));
  }
  return isKnown;
}

function readGuidelines(
  dir: string,
  { file, locale }: Place,
  faults: Fault[],
): { guidelines: Guidelines; text: ReadGuidelines } {
  const body = readText(dir, file, faults);
  if (!body.trim()) faults.push(error(file, 1, 'the guidelines say nothing', 'write them'));
  if (/^---[ \t]*\n/.test(body)) {
    faults.push(error(file, 1, 'guidelines have no front matter', 'begin the file with its text'));
  }
  const facts = readBody(body, locale);
  faults.push(...facts.faults.map((fault) => ({ ...fault, file })));
  return {
    guidelines: { file, locale, body },
    text: { file, bodyLine: 1, references: facts.references },
  };
}

function readWordRules(dir: string, file: string, faults: Fault[]): WordRule[] {
  const text = readText(dir, file, faults);
  const { fields, lineOf } = readYaml({ file, text, firstLine: 1 }, wordRuleFields, faults);
  return (fields.rules ?? []).flatMap((rule, index) => {
    const { name, words = [], pattern } = rule;
    const line = lineOf(`rules.${index}`);
    if (words.length === 0 && pattern === undefined) {
      faults.push(
        error(file, line, `the rule "${name}" matches nothing`, 'add words or a pattern'),
      );
    }
    const complaint = pattern === undefined ? undefined : complaintOf(pattern);
    if (complaint) {
      const at = lineOf(`rules.${index}.pattern`);
      faults.push(
        error(file, at, `the pattern of "${name}" cannot be used (${complaint})`, PATTERN),
      );
      return [];
    }
    return [{ name, words, ...(pattern !== undefined && { pattern }), for: rule.for ?? 'new' }];
  });
}

const PATTERN =
  'write it as RE2 knows it: without lookahead, lookbehind and references to groups, which can take for ever';

/** What is wrong with a pattern. */
function complaintOf(pattern: string): string | undefined {
  try {
    const compiled = RE2JS.compile(pattern);
    return compiled.matcher('').find() ? 'it matches an empty text' : undefined;
  } catch (problem) {
    return problem instanceof Error ? problem.message.replace(/^error parsing regexp: /, '') : '';
  }
}

function readReplies(dir: string, { file, locale }: Place, faults: Fault[]): CannedReply[] {
  const text = readText(dir, file, faults);
  const { fields, lineOf } = readYaml({ file, text, firstLine: 1 }, cannedReplyFields, faults);
  const replies = fields.replies ?? [];
  replies.forEach((reply, index) => {
    if (replies.findIndex(({ name }) => name === reply.name) < index) {
      const what = `there are two replies named "${reply.name}"`;
      faults.push(error(file, lineOf(`replies.${index}`), what, 'rename one of them'));
    }
    for (const [, placeholder = ''] of reply.text.matchAll(PLACEHOLDER)) {
      if ((PLACEHOLDERS as readonly string[]).includes(placeholder)) continue;
      const guess = nearest(placeholder, [...PLACEHOLDERS]);
      const todo = guess
        ? `write {{${guess}}} if you meant that`
        : `use one of: ${PLACEHOLDERS.map((one) => `{{${one}}}`).join(', ')}`;
      const what = `there is no placeholder {{${placeholder}}}`;
      faults.push(error(file, lineOf(`replies.${index}.text`), what, todo));
    }
  });
  return replies.map((reply) => ({ locale, ...reply }));
}
