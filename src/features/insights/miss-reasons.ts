import type { MissedTopic } from './searches-report.ts';

/** Why searches of one meaning were missed, in whatever words; together it is as often as they were. */
export function missReasons(
  queries: Pick<MissedTopic['queries'][number], 'nothing' | 'partial' | 'missed'>[],
): Record<'nothing' | 'partial' | 'unopened', number> {
  const sum = (of: 'nothing' | 'partial' | 'missed') =>
    queries.reduce((total, query) => total + query[of], 0);
  const [nothing, partial] = [sum('nothing'), sum('partial')];
  return { nothing, partial, unopened: sum('missed') - nothing - partial };
}
