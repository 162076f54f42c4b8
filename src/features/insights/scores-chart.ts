import * as Plot from '@observablehq/plot';
import type { SafeHtml } from '#src/components/html.ts';
import { drawChart } from './chart.ts';

/**
 * A row of scores as bars with their counts; those that count as good are filled, the others drawn
 * by their outline.
 * @param row how many gave each, from 1 up
 * @param good the lowest score that counts
 */
export function scoresChart(says: string, row: number[], good: number, locale: string): SafeHtml {
  const bars = row.map((count, at) => ({
    score: at + 1,
    count,
    label: count.toLocaleString(locale),
  }));
  const isGood = ({ score }: { score: number }) => score >= good;
  return drawChart(says, () => ({
    height: 200,
    marginLeft: 12,
    marginRight: 12,
    marginTop: 24,
    x: {
      type: 'band',
      label: null,
      tickSize: 0,
      tickFormat: (score: number) => score.toLocaleString(locale),
    },
    y: { axis: null },
    marks: [
      Plot.barY(bars.filter(isGood), {
        x: 'score',
        y: 'count',
        fill: 'var(--color-accent)',
        inset: 1,
      }),
      Plot.barY(
        bars.filter((bar) => !isGood(bar)),
        { x: 'score', y: 'count', fill: 'none', stroke: 'currentColor', inset: 1 },
      ),
      Plot.text(bars, { x: 'score', y: 'count', text: 'label', dy: -10, fill: 'currentColor' }),
      Plot.ruleY([0], { stroke: 'currentColor' }),
    ],
  }));
}
