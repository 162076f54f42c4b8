import { readState, type InsightState } from './insight-state.ts';

/** A decision that was not taken, to be shown again with what is wrong. */
export interface RefusedDecision extends InsightState {
  /** The first of those that it was about. */
  subject: string;
  sentence: string;
}

/** What was typed into a form of `DecideForm.astro`. */
export function refusedDecision(form: FormData, sentence: string): RefusedDecision {
  const typed = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    subject: typed('subject'),
    state: readState(typed('state')) ?? 'new',
    note: typed('note'),
    target: typed('target') || null,
    sentence,
  };
}
