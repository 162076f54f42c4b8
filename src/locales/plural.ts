type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

interface Rule {
  rules: Intl.PluralRules;
  /** The form of each small number; most numbers are small, and a page has dozens of them. */
  known: (Intl.LDMLPluralRule | undefined)[];
}

const SMALL = 1000;
const byLocale = new Map<string, Rule>();

/** Picks the plural form that `locale` uses for `n`; a form that is not given falls back to `other`. */
export function plural(locale: string, n: number, forms: Forms): string {
  let rule = byLocale.get(locale);
  if (!rule) byLocale.set(locale, (rule = { rules: new Intl.PluralRules(locale), known: [] }));
  const { rules, known } = rule;
  const isSmall = Number.isInteger(n) && n >= 0 && n < SMALL;
  const form = isSmall ? (known[n] ??= rules.select(n)) : rules.select(n);
  return forms[form] ?? forms.other;
}
