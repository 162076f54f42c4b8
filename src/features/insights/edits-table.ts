import { z } from 'zod';
import { editVerdict, newcombe } from '#src/features/measures/edit-verdict.ts';
import { LEAST_VOTES } from '#src/features/measures/helpfulness.ts';
import { verdict } from './article-digest.ts';
import { listEdits } from './edits.store.ts';
import { insightTable } from './insight-table.ts';
import { missingVotes } from './missing-votes.ts';

/** What became of edits. */
export const editsTable = insightTable({
  describes: 'Edits of articles that changed 5 % of the words or more, with their verdicts',
  row: z.object({
    file: z.string().describe('Path in the content folder'),
    locale: z.string(),
    category: z.string(),
    slug: z.string(),
    title: z.string(),
    owner: z.string().nullable().describe('A handle in authors.yml'),
    at: z.string().describe('When the new text came, in ISO form'),
    isOver: z.boolean().describe('A later text has taken its place'),
    verdict,
    nBefore: z.int().describe('Votes on the text before'),
    yesBefore: z.int().describe('Of them yes'),
    n: z.int().describe('Votes on the new text'),
    yes: z.int().describe('Of them yes'),
    points: z
      .number()
      .nullable()
      .describe('Helpfulness after minus before; null below ten votes on either side'),
    low: z.number().nullable().describe('Lower end of its 95 % interval (Newcombe)'),
    high: z.number().nullable().describe('Upper end'),
    missing: z
      .int()
      .nullable()
      .describe('Roughly how many more votes the verdict needs; null where that cannot be told'),
  }),
  async read(db, scope) {
    const edits = await listEdits(db, scope);
    return edits.map(({ at, ...edit }) => {
      const before = { n: edit.nBefore, yes: edit.yesBefore };
      const areEnough = before.n >= LEAST_VOTES && edit.n >= LEAST_VOTES;
      const difference = areEnough ? newcombe(before, edit) : undefined;
      return {
        ...edit,
        at: at.toISOString(),
        verdict: editVerdict(before, edit),
        points: difference?.points ?? null,
        low: difference?.low ?? null,
        high: difference?.high ?? null,
        missing: missingVotes(before, edit),
      };
    });
  },
});
