import { isbot } from 'isbot';
import type { Sender } from '#src/server/sender.ts';
import { asksNotToBeCounted } from '#src/server/visitor.ts';
import type { Witnessed } from './event.ts';

/**
 * Under which code a sender's deeds are recorded; programs that say what they are have a bucket of
 * their own.
 * @returns undefined for those who ask not to be counted: of them nothing is recorded
 */
export function witnessed(
  { visitor, userAgent }: Pick<Sender, 'visitor' | 'userAgent'>,
  headers: Pick<Headers, 'get'>,
): Witnessed | undefined {
  if (asksNotToBeCounted(headers)) return undefined;
  const isProgram = !userAgent || isbot(userAgent);
  return {
    visitor: visitor.code,
    visitorYesterday: visitor.codeYesterday,
    bucket: isProgram ? 'program' : 'person',
  };
}
