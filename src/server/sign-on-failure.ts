/** Why a single sign-on came to nothing. */
export const SIGN_ON_PROBLEMS = [
  /** Not begun in this browser, used before, or too old. */
  'gone',
  /** The person, or the provider on their behalf, said no. */
  'cancelled',
  /** The provider cannot be reached. */
  'away',
  /** What the provider answered proves nothing. */
  'refused',
  /** The provider does not vouch for an address. */
  'addressUnverified',
  /** There is an account with the address, and nobody has shown that it is theirs. */
  'accountUnverified',
  /** Our own fault. */
  'unexpected',
] as const;

export type SignOnProblem = (typeof SIGN_ON_PROBLEMS)[number];

/** The status of an answer that tells of a problem. */
export function statusOfProblem(problem: SignOnProblem): 400 | 500 | 503 {
  if (problem === 'away') return 503;
  return problem === 'unexpected' ? 500 : 400;
}

/** Nobody is signed in, for a reason that its reader can be told. */
export class SignOnFailure extends Error {
  override name = 'SignOnFailure';
  readonly problem: SignOnProblem;

  constructor(problem: SignOnProblem, cause?: unknown) {
    super(`single sign-on: ${problem}`, { cause });
    this.problem = problem;
  }
}
