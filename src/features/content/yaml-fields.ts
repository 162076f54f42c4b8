import { z } from 'zod';

// The message of each field says what is expected, so that a fault can end in "write …".

export const text = (expected = 'a text') =>
  z.string({ error: expected }).trim().min(1, { error: expected });

export const number = z.number({ error: 'a number, such as 3' });

export const flag = z.boolean({ error: 'true or false' });

export const texts = (example: string) =>
  z.array(text(), { error: `a list, such as [${example}]` });

const dateExpected = 'a date as year-month-day, such as 2026-11-20';

/** `yyyy-mm-dd`; a time after it is dropped. */
export const date = z
  .string({ error: dateExpected })
  .regex(/^\d{4}-\d\d-\d\d(?:$|[T ]\d)/, { error: dateExpected })
  .refine(isCalendarDay, { error: 'a date that exists' })
  .transform((value) => value.slice(0, 10));

const momentExpected =
  'a date, or a date and time with its zone, such as 2026-11-20T09:00:00+01:00';

/** A moment as an ISO string in UTC; a bare date is its midnight in UTC. */
export const moment = z
  .string({ error: momentExpected })
  .regex(/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)? ?(?:Z|[+-]\d\d:?\d\d))?$/, {
    error: momentExpected,
  })
  .refine((value) => isCalendarDay(value) && !Number.isNaN(toTime(value)), {
    error: 'a date and time that exist',
  })
  .transform((value) => new Date(toTime(value)).toISOString());

function isCalendarDay(value: string): boolean {
  const day = value.slice(0, 10);
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

function toTime(value: string): number {
  const withZone = value
    .replace(' ', 'T')
    .replace(/ /, '')
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  return Date.parse(withZone);
}
