import * as Plot from '@observablehq/plot';
import type { SafeHtml } from '#src/components/html.ts';
import { drawChart } from './chart.ts';

/** How visits to a form ended: one bar for each end, with its counts beside it, never stacked. */
export function funnelChart(
  says: string,
  ends: { name: string; count: number; text: string }[],
  of: number,
): SafeHtml {
  return drawChart(says, {
    height: 40 + ends.length * 36,
    marginLeft: 110,
    marginRight: 190,
    x: { axis: null, domain: [0, of] },
    y: { label: null, domain: ends.map(({ name }) => name), tickSize: 0, padding: 0.35 },
    marks: [
      Plot.barX(ends, { x: 'count', y: 'name', fill: 'var(--color-accent)' }),
      Plot.text(ends, {
        x: 'count',
        y: 'name',
        text: 'text',
        textAnchor: 'start',
        dx: 8,
        fill: 'currentColor',
      }),
      Plot.ruleX([0], { stroke: 'currentColor' }),
    ],
  });
}
