/** Whether somebody who searched in vain has left an address. */
export interface Waiting {
  isKept: boolean;
  /** What was typed and not taken, and why. */
  email: string;
  sentence: string | undefined;
}
