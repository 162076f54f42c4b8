import Bowser from 'bowser';

/** A browser as its owner would name it, such as "Firefox, Linux"; undefined when it does not say. */
export function browserName(userAgent: string): string | undefined {
  if (userAgent === '') return undefined;
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name, os.name].filter(Boolean).join(', ') || undefined;
}
