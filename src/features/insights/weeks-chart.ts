import * as Plot from '@observablehq/plot';
import type { SafeHtml } from '#src/components/html.ts';
import { DASHES, drawChart, type ChartFrame } from './chart.ts';

/** A number a week, told from the others by its dashes. */
export interface WeekSeries {
  name: string;
  values: { week: string; value: number; low?: number; high?: number }[];
}

/**
 * Lines over weeks, with the band of their intervals where they have any.
 * @param isShare whether the values are shares, from 0 to 1
 */
export function weeksChart(
  says: string,
  series: WeekSeries[],
  locale: string,
  isShare = false,
): SafeHtml {
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dated = series.map(({ values }) => ({
    points: values.map(({ week, ...rest }) => ({ at: new Date(`${week}T00:00:00Z`), ...rest })),
  }));
  const weeks = [...new Set(dated.flatMap(({ points }) => points.map(({ at }) => +at)))].sort(
    (a, b) => a - b,
  );
  const bands = dated.flatMap(({ points }) => points.filter(({ low }) => low !== undefined));
  const draw = ({ isNarrow }: ChartFrame): Plot.PlotOptions => ({
    height: isNarrow ? 220 : 260,
    x: {
      type: 'utc',
      label: null,
      ticks: weeks
        .filter(
          (_, at) => (weeks.length - 1 - at) % Math.ceil(weeks.length / (isNarrow ? 4 : 8)) === 0,
        )
        .map((at) => new Date(at)),
      tickFormat: (at: Date) => day.format(at),
    },
    y: {
      label: null,
      grid: true,
      ticks: 5,
      ...(isShare ? { domain: [0, 1] } : { zero: true }),
      tickFormat: (value: number) =>
        Number.isInteger(value) || isShare
          ? value.toLocaleString(locale, isShare ? { style: 'percent' } : {})
          : '',
    },
    marks: [
      ...(bands.length > 0
        ? [
            Plot.areaY(bands, {
              x: 'at',
              y1: 'low',
              y2: 'high',
              fill: 'currentColor',
              fillOpacity: 0.15,
            }),
          ]
        : []),
      ...dated.map(({ points }, at) =>
        Plot.line(points, {
          x: 'at',
          y: 'value',
          stroke: 'currentColor',
          strokeWidth: 2,
          marker: 'dot',
          ...(at > 0 ? { strokeDasharray: DASHES } : {}),
        }),
      ),
      ...(isShare ? [] : [Plot.ruleY([0], { stroke: 'currentColor' })]),
    ],
  });
  return drawChart(
    says,
    draw,
    series.map(({ name }) => name),
  );
}
