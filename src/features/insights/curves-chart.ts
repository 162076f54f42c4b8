import * as Plot from '@observablehq/plot';
import type { SafeHtml } from '#src/components/html.ts';
import type { WaitingPoint } from '#src/features/measures/kaplan-meier.store.ts';
import { drawChart } from './chart.ts';
import { durationText } from './duration-text.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Where the axis may have a mark; the first hours matter most, so the scale is a root. */
const MARKS = [0, HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 91 * DAY, 364 * DAY];

/** Whether a mark has room for its words beside the one before, on the scale of roots. */
const isApart = (mark: number, before: number, most: number) =>
  mark === 0 || Math.sqrt(mark) - Math.sqrt(before) >= Math.sqrt(most) / 9;

/** A line of the picture, told from the others by its dashes and by its name at its end. */
export interface Curve {
  name: string;
  points: WaitingPoint[];
}

/** The shares of those still waiting, in steps, over the time since they asked. */
export function curvesChart(says: string, curves: Curve[], locale: string): SafeHtml {
  const most = Math.max(HOUR, ...curves.flatMap(({ points }) => points.at(-1)?.seconds ?? 0));
  const ends = curves.flatMap(({ name, points }) => {
    const end = points.at(-1);
    return end ? [{ name, ...end }] : [];
  });
  return drawChart(says, {
    height: 320,
    marginRight: 150,
    x: {
      type: 'sqrt',
      label: null,
      ticks: MARKS.filter((mark, at) => mark <= most && isApart(mark, MARKS[at - 1] ?? 0, most)),
      tickFormat: (seconds: number) => (seconds === 0 ? '0' : durationText(seconds, locale)),
    },
    y: {
      domain: [0, 1],
      label: null,
      grid: true,
      ticks: 5,
      tickFormat: (share: number) => share.toLocaleString(locale, { style: 'percent' }),
    },
    marks: [
      ...curves.map(({ points }, at) =>
        Plot.line(points, {
          x: 'seconds',
          y: 'share',
          curve: 'step-after',
          stroke: 'currentColor',
          strokeWidth: 2,
          ...(at > 0 ? { strokeDasharray: '6,4' } : {}),
        }),
      ),
      Plot.text(ends, {
        x: 'seconds',
        y: 'share',
        text: 'name',
        textAnchor: 'start',
        dx: 8,
        fill: 'currentColor',
        lineWidth: 11,
      }),
      Plot.ruleY([0], { stroke: 'currentColor' }),
    ],
  });
}
