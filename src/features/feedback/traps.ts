import { isbot } from 'isbot';

/** How a program gave itself away. */
export type Trap = 'agent' | 'honeypot' | 'haste';

/** Nobody has found the question, understood it and pressed a button in less. */
export const LEAST_MS = 1000;

/** What a submission shows of how it was made. */
export interface Signs {
  userAgent: string;
  /** The field that people cannot see. */
  honeypot: string | undefined;
  /** Milliseconds between showing the form and sending it; undefined where nobody could measure. */
  elapsed: number | undefined;
}

/**
 * The trap that a submission fell into, or undefined for a person. Who is trapped gets the same
 * answer as everybody else, so that a program learns nothing from it.
 */
export function trapFor({ userAgent, honeypot, elapsed }: Signs): Trap | undefined {
  if (!userAgent || isbot(userAgent)) return 'agent';
  if (honeypot) return 'honeypot';
  if (elapsed !== undefined && elapsed < LEAST_MS) return 'haste';
  return undefined;
}
