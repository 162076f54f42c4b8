/** A change of the content folder that somebody is to look at. */
export interface Proposal {
  /** Path in the content folder. */
  file: string;
  /** All that is to stand in it. */
  text: string;
  isNew: boolean;
  /** What it is and why, for the terminal. */
  says: string[];
  /** Whom to name in the commit message, `Name <address>`. */
  credits: string[];
}

/** One visit is a whim, and two may be one person at two machines. */
export const LEAST_VISITS = 3;
