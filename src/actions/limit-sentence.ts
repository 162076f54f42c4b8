import { formatDuration } from '#src/components/duration.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { TooMany } from '#src/server/errors.ts';

const isKey = <Map extends object>(map: Map, name: string): name is keyof Map & string =>
  name in map;

/** Which limit of the community is reached, and how long to wait. @param seconds to wait */
export function limitSentence(error: unknown, seconds: number, locale: string): string {
  const { errors } = messagesFor(locale).community;
  const time = formatDuration(seconds, locale);
  const { name, uses } = (error instanceof TooMany && error.limit) || { name: '', uses: 0 };
  return isKey(errors.limits, name) ? errors.limits[name](uses, time) : errors.tooMany(time);
}
