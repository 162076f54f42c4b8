import type { Messages } from '#src/locales/en.ts';

/** Names the sentence that says what is wrong with a field. */
export type Fault = keyof Messages['accounts']['faults'];

/** The fields that have a fault; undefined when none has. */
export function faultsIn(
  fields: Record<string, Fault | undefined>,
): Record<string, Fault> | undefined {
  const faulty = Object.entries(fields).filter((pair): pair is [string, Fault] => !!pair[1]);
  return faulty.length > 0 ? Object.fromEntries(faulty) : undefined;
}
