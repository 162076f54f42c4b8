/** A time in minutes and seconds, or seconds alone below a minute: 45 sec, 2 min 30 sec. */
export function secondsText(seconds: number, locale: string): string {
  const whole = Math.round(seconds);
  const part = (value: number, unit: string) =>
    value.toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'short' });
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (minutes === 0) return part(rest, 'second');
  if (rest === 0) return part(minutes, 'minute');
  return `${part(minutes, 'minute')} ${part(rest, 'second')}`;
}
