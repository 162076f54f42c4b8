/** A member's vote: up, down, or none. */
export type Vote = 1 | -1 | 0;

/** The vote after a button was pressed: the button of the present vote takes it back. */
export const votePressed = (present: Vote, pressed: 1 | -1): Vote =>
  present === pressed ? 0 : pressed;
