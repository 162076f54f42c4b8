import { z } from 'zod';
import { MEASURES } from '#src/features/measures/measure.ts';
import { before } from '#src/features/measures/scope.ts';
import { insightTable, SHARE_FIELDS } from './insight-table.ts';
import { measured } from './measured.ts';

const optional = (field: z.ZodType<number>) => field.nullable();

/** Every measure of the whole site, in a period and the one before. */
export const measuresTable = insightTable({
  describes: 'Every measure of the whole site, in the period and in the one before',
  row: z.object({
    measure: z.enum(MEASURES),
    part: z.string().nullable().describe('Which of its numbers, where a measure has several'),
    period: z.enum(['present', 'before']),
    from: z.iso.date(),
    to: z.iso.date(),
    count: optional(SHARE_FIELDS.count),
    n: optional(SHARE_FIELDS.n),
    share: SHARE_FIELDS.share,
    low: SHARE_FIELDS.low,
    high: SHARE_FIELDS.high,
    seconds: z.number().nullable().describe('Of times'),
    secondsLow: z.number().nullable().describe('Lower end of its 95 % interval'),
    secondsHigh: z.number().nullable().describe('Upper end of its 95 % interval'),
  }),
  async read(db, scope, now) {
    const periods = [
      { period: 'present' as const, days: scope },
      { period: 'before' as const, days: before(scope) },
    ];
    const all = await Promise.all(
      periods.map(async ({ period, days }) => {
        const rows = await measured(db, days, now);
        return rows.map(({ measure, part, count, share, time }) => ({
          measure,
          part,
          period,
          from: days.from,
          to: days.to,
          count: count ?? share?.count ?? null,
          n: share?.n ?? time?.n ?? null,
          share: share?.share?.value ?? null,
          low: share?.share?.low ?? null,
          high: share?.share?.high ?? null,
          seconds: time?.quantile?.seconds ?? null,
          secondsLow: time?.quantile?.low ?? null,
          secondsHigh: time?.quantile?.high ?? null,
        }));
      }),
    );
    return all.flat();
  },
});
