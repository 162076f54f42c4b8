import { ConfigurationError } from '#src/server/env.ts';

/** Ends a command with a sentence for its user: they can mend it, so no stack is shown. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/**
 * Runs a command to its end and sets the exit code: 1 when it failed, with the reason on standard
 * error; the stack only for what nobody foresaw.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`\n${isForeseen(error) ? error.message : explain(error)}\n`);
    process.exitCode = 1;
  }
}

function isForeseen(error: unknown): error is Error {
  if (error instanceof ConfigurationError || error instanceof CommandError) return true;
  // An option that does not exist, as `parseArgs` reports it.
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause ? `\nbecause of ${explain(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
