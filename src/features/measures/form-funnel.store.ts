import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Form } from '#src/features/events/event.ts';
import { inDays } from './scope.store.ts';
import type { Scope } from './scope.ts';
import { shareOf, type Share } from './share.ts';

export interface FormFunnel {
  /** Visits that opened the form. */
  opened: number;
  /** Of them: something was suggested, and something suggested was opened. */
  suggested: Share;
  suggestionOpened: Share;
  confirmed: Share;
  implied: Share;
  unknown: Share;
  posted: Share;
}

/**
 * The funnel of a form: how the visits ended that opened it. Four ends, never added up:
 *
 * - posted: the visitor sent it, or another form, within 24 hours
 * - confirmed: else, the visitor said of a suggestion that it solved the matter
 * - implied: else, something was suggested and at least one suggestion was opened
 * - unknown: the rest; nothing tells why they left
 */
export async function formFunnel(
  db: Kysely<Database>,
  form: Form,
  scope: Scope,
): Promise<FormFunnel> {
  const { rows } = await sql<{ outcome: string; visits: number; shown: number; opened: number }>`
    SELECT outcome, sum(visits)::integer AS visits, sum(shown)::integer AS shown,
      sum(opened)::integer AS opened
    FROM funnel_days WHERE form = ${form} AND ${inDays(scope)}
    GROUP BY outcome`.execute(db);
  const total = (of: 'visits' | 'shown' | 'opened') => rows.reduce((sum, row) => sum + row[of], 0);
  const all = total('visits');
  const share = (outcome: string) =>
    shareOf(rows.find((row) => row.outcome === outcome)?.visits ?? 0, all);
  return {
    opened: all,
    suggested: shareOf(total('shown'), all),
    suggestionOpened: shareOf(total('opened'), all),
    confirmed: share('confirmed'),
    implied: share('implied'),
    unknown: share('unknown'),
    posted: share('posted'),
  };
}
