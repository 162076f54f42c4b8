import { readEnv } from '#src/server/env.ts';
import { createLog } from '#src/server/log.ts';
import type { SignOnFailure } from '#src/server/sign-on-failure.ts';

const log = createLog(readEnv().LOG_LEVEL);

/** The operator has to mend some of them; only words of the error are written, never what was sent. */
export function logSignOnFailure({ problem, cause }: SignOnFailure): void {
  const { code, message } = (cause instanceof Error ? cause : {}) as Error & { code?: string };
  const isOurs = problem === 'away' || problem === 'refused' || problem === 'unexpected';
  log[isOurs ? 'warn' : 'debug']({ problem, code, reason: message }, 'a single sign-on failed');
}
