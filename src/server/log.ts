import pino from 'pino';

export type Log = pino.Logger;

/**
 * The process's log: one JSON object a line on standard output.
 * @param level least level that is written; `debug` includes every request.
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['password', '*.password', 'url.password'], censor: '(hidden)' },
  });
}
