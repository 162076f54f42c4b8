type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Picks the plural form that `locale` uses for `n`; a form that is not given falls back to `other`. */
export function plural(locale: string, n: number, forms: Forms): string {
  return forms[new Intl.PluralRules(locale).select(n)] ?? forms.other;
}
