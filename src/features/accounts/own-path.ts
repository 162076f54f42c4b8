/**
 * Where to go after signing in, if it is a path of this site.
 * @param next as the address or the form gives it: anybody may have written it
 */
export function ownPath(next: string | null | undefined): string | undefined {
  // Browsers read `\` as `/`, and skip tabs and line breaks.
  if (!next || !next.startsWith('/') || /[\\\p{Cc}\s]/u.test(next)) return undefined;
  const base = 'http://own.invalid';
  if (!URL.canParse(next, base)) return undefined;
  const { origin, pathname, search, hash } = new URL(next, base);
  // Dots are resolved by now: `/.//elsewhere` has become `//elsewhere`.
  return origin === base && !pathname.startsWith('//') ? pathname + search + hash : undefined;
}

/** The address of a page that leads on to `next`. */
export function leadingOnTo(path: string, next: string | undefined): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path;
}
