import { createHash } from 'node:crypto';

/** Names a value by its content: equal values have equal digests. @param value as JSON takes it */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
