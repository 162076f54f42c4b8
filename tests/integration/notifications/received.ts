/** The headers of a mail as it came over the wire, by their names, unfolded. */
export function headersOf(source: string): Record<string, string> {
  const lines = source
    .split('\r\n\r\n')[0]!
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  return Object.fromEntries(lines.map((line) => line.split(/: (.*)/s).slice(0, 2)));
}

/** The text of a mail in plain and HTML. */
export function textOf(source: string, type: 'plain' | 'html'): string {
  const part = source.split(`Content-Type: text/${type}; charset=utf-8\r\n`)[1] ?? '';
  const [head = '', ...body] = part.split('\r\n\r\n');
  const coded = body.join('\r\n\r\n').split(/\r\n--/)[0] ?? '';
  if (head.includes('base64')) return Buffer.from(coded, 'base64').toString();
  if (!head.includes('quoted-printable')) return coded;
  const bytes = coded
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** The address that a label of a mail leads to. */
export function linkOf(source: string, label: string): string {
  const [, url] = textOf(source, 'plain').replaceAll('\r\n', '\n').split(`${label}:\n`);
  return url?.split('\n')[0] ?? '';
}
