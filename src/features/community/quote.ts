/** A text that has been quoted so long is linked better. */
const LONGEST = 3_000;

/**
 * Markdown that quotes a text, with room to go on below.
 * @param handle of whoever wrote it; empty for a former member
 */
export function quoted(text: string, handle: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed().trimEnd()} …` : text;
  const lines = cut.trim().split('\n');
  const from = handle ? ['', `— @${handle}`] : [];
  return `${[...lines, ...from].map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`;
}

/** Which text an address asks to quote. */
export function quoteWanted(wanted: string | null): { answerId: number | undefined } | undefined {
  if (wanted === 'question') return { answerId: undefined };
  const [, id] = /^answer-([1-9]\d{0,8})$/.exec(wanted ?? '') ?? [];
  return id === undefined ? undefined : { answerId: Number(id) };
}
