import * as Plot from '@observablehq/plot';
import type { SafeHtml } from '#src/components/html.ts';
import { drawChart } from './chart.ts';

const BAR = 34;

/**
 * A bar for each count, with its words above it, so that they have room on a phone too; never stacked.
 * @param of what a bar of the whole width stands for
 */
export function barsChart(
  says: string,
  bars: { label: string; count: number }[],
  of: number,
): SafeHtml {
  return drawChart(says, () => ({
    height: bars.length * BAR,
    marginLeft: 0,
    marginTop: 0,
    marginBottom: 0,
    x: { axis: null, domain: [0, of] },
    y: { axis: null, domain: bars.map(({ label }) => label), padding: 0 },
    marks: [
      Plot.text(bars, {
        y: 'label',
        text: 'label',
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: -6,
        fill: 'currentColor',
      }),
      Plot.barX(bars, {
        x: 'count',
        y: 'label',
        fill: 'var(--color-accent)',
        insetTop: 20,
        insetBottom: 4,
      }),
    ],
  }));
}
