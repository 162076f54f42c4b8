/**
 * The one spelling of an address: single slashes, none at the end, no `.html`, no `/index`.
 * @param pathname as in the request, starting with a slash, still percent-encoded
 */
export function canonicalAddress(pathname: string): string {
  const plain = pathname
    // Browsers read `\` as `/`; and what starts with two slashes leads to another host.
    .replace(/[/\\]+/g, '/')
    .replace(/\.html$/, '')
    .replace(/\/index$/, '/')
    .replace(/\/$/, '');
  return plain || '/';
}
