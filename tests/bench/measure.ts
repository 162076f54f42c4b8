/** One figure of the bench, with the bar it has to reach. */
export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** `most` and `least` are inclusive. */
  bar?: { most: number } | { least: number };
}

/** Whether a figure reaches its bar; one without a bar always does. */
export function reaches({ value, bar }: Figure): boolean {
  if (!bar) return true;
  return 'most' in bar ? value <= bar.most : value >= bar.least;
}

const round = (value: number) => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100);

/** The figures as lines of a table. */
export function figureLines(figures: Figure[]): string[] {
  const rows = figures.map((figure) => {
    const { what, value, unit, bar } = figure;
    const wanted = bar ? ('most' in bar ? `≤ ${bar.most}` : `≥ ${bar.least}`) : '';
    return [what, `${round(value)} ${unit}`, wanted, bar ? (reaches(figure) ? 'yes' : 'NO') : ''];
  });
  const all = [['figure', 'measured', 'bar', 'reached'], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...all.map((row) => (row[column] ?? '').length)),
  );
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** The middle value; of an even number the upper of the two. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The value that a share of all, from 0 to 1, does not exceed. */
export function percentile(values: number[], share: number): number {
  const at = Math.min(values.length - 1, Math.floor(values.length * share));
  return values.toSorted((a, b) => a - b)[at] ?? Number.NaN;
}
