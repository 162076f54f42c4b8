import { z } from 'zod';
import { text, texts } from './yaml-fields.ts';

const rule = z.strictObject(
  {
    name: text('a name that moderators read, such as name: Betting'),
    words: texts('casino, "free spins"').optional(),
    pattern: text('a regular expression in single quotes').optional(),
    for: z.enum(['new', 'everyone'], { error: 'new or everyone' }).optional(),
  },
  { error: 'a rule with a name and words, such as { name: Betting, words: [casino] }' },
);

/** `community/word-rules.yml` */
export const wordRuleFields = z.strictObject({
  rules: z.array(rule, { error: 'a list of rules, each with a name and words' }).optional(),
});

const reply = z.strictObject(
  {
    name: text('a name to choose it by, such as name: Ask for the version'),
    text: text('the Markdown of the reply'),
  },
  { error: 'a reply with a name and a text' },
);

/** `community/canned-replies.<locale>.yml` */
export const cannedReplyFields = z.strictObject({
  replies: z.array(reply, { error: 'a list of replies, each with a name and a text' }).optional(),
});
