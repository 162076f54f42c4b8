import * as Plot from '@observablehq/plot';
import type { SafeHtml } from '#src/components/html.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import { drawChart, type ChartFrame } from './chart.ts';
import type { VoteSpan } from './vote-spans.ts';

/** Of names above the picture, in pixels. */
const ROW = 16;
const MOST_ROWS = 4;

const DAY = 86_400_000;
const start = (day: string) => Date.parse(`${day}T00:00:00Z`);

/**
 * Helpfulness over time: a dot with its interval for each span, as wide a line as the span is long,
 * and an upright line at each edit.
 * @param edits with what is to stand above their lines
 */
export function helpfulnessChart(
  says: string,
  spans: VoteSpan[],
  edits: { at: Date; label: string }[],
  { from, to }: Pick<Scope, 'from' | 'to'>,
  locale: string,
): SafeHtml {
  const [first, last] = [start(from), start(to) + DAY];
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const percent = (share: number) =>
    share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });
  const points = spans.flatMap(({ from: begins, to: ends, helpful: { share } }) => {
    if (!share) return [];
    const [x1, x2] = [Math.max(first, start(begins)), Math.min(last, start(ends) + DAY)];
    const middle = new Date((x1 + x2) / 2);
    return {
      ...share,
      x1: new Date(x1),
      x2: new Date(x2),
      at: middle,
      label: percent(share.value),
    };
  });
  // Names of edits that stand close together take turns in height.
  const rows = Math.min(edits.length, MOST_ROWS);
  const marked = edits.map((edit, index) => ({ ...edit, place: -8 - (index % rows) * ROW }));
  return drawChart(says, ({ isNarrow }: ChartFrame) => ({
    height: (isNarrow ? 220 : 256) + rows * ROW,
    marginTop: 12 + rows * ROW,
    // For the number beside the last dot.
    marginRight: 40,
    x: {
      type: 'utc',
      domain: [new Date(first), new Date(last)],
      label: null,
      ticks: isNarrow ? 4 : 6,
      tickFormat: (at: Date) => day.format(at),
    },
    y: { domain: [0, 1], label: null, grid: true, ticks: 5, tickFormat: percent },
    marks: [
      Plot.ruleX(marked, { x: 'at', stroke: 'currentColor', strokeDasharray: '2,4' }),
      ...marked.map((edit) =>
        Plot.text([edit], {
          x: 'at',
          text: 'label',
          frameAnchor: 'top',
          dy: edit.place,
          // Within the picture, wherever the line stands.
          textAnchor: edit.at.getTime() > (first + last) / 2 ? 'end' : 'start',
          fill: 'currentColor',
        }),
      ),
      Plot.ruleY(points, {
        x1: 'x1',
        x2: 'x2',
        y: 'value',
        stroke: 'currentColor',
        strokeWidth: 2,
      }),
      Plot.ruleX(points, {
        x: 'at',
        y1: 'low',
        y2: 'high',
        stroke: 'currentColor',
        marker: 'tick',
      }),
      Plot.dot(points, { x: 'at', y: 'value', r: 4.5, fill: 'currentColor' }),
      Plot.text(points, {
        x: 'at',
        y: 'value',
        text: 'label',
        textAnchor: 'start',
        dx: 8,
        dy: -9,
        fill: 'currentColor',
      }),
      Plot.ruleY([0], { stroke: 'currentColor' }),
    ],
  }));
}
