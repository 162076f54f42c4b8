const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Whether `tag` is a language tag (BCP 47) of a language that exists, such as `en` or `pt-BR`. */
export function isKnownLocale(tag: string): boolean {
  if (!/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag)) return false;
  try {
    return (
      languages.of(tag.split('-')[0] ?? '') !== undefined &&
      Intl.getCanonicalLocales(tag).length === 1
    );
  } catch {
    return false;
  }
}
