import type { AstroGlobal } from 'astro';
import {
  mayDecideInsight,
  readState,
  type State,
  type StateKind,
} from '#src/features/insights/insight-state.ts';
import type { InsightsPage } from '#src/features/insights/insights-page.ts';
import type { RefusedDecision } from '#src/features/insights/refused-decision.ts';
import { decidedInsight } from './decided-insight.ts';
import { openInsights } from './open-insights.ts';

/** A page of insights with a list of things that have a state. */
export interface DecisionsPage extends InsightsPage {
  /** Only those in it are asked for. */
  state: State | undefined;
  /** Where decisions are sent to; absent for those who may only read them. */
  at: string | undefined;
  isSaved: boolean;
  refused: RefusedDecision | undefined;
}

/**
 * The page of insights that is asked for, after it has dealt with a decision that it was sent.
 * @param kind of what is decided about there
 */
export async function openDecisions(
  astro: AstroGlobal,
  kind: Exclude<StateKind, 'comment'>,
): Promise<DecisionsPage | Response> {
  const page = await openInsights(astro);
  if (page instanceof Response) return page;
  const decided = await decidedInsight(astro, page.locale);
  if (decided instanceof Response) return decided;
  return {
    ...page,
    ...decided,
    at: mayDecideInsight(page.actor, { kind, isOwn: false }) ? decided.at : undefined,
    state: readState(astro.url.searchParams.get('state')),
  };
}
