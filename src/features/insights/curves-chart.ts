import * as Plot from '@observablehq/plot';
import type { SafeHtml } from '#src/components/html.ts';
import type { WaitingPoint } from '#src/features/measures/kaplan-meier.store.ts';
import { DASHES, drawChart, type ChartFrame } from './chart.ts';
import { durationText } from './duration-text.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Where the axis may have a mark; the first hours matter most, so the scale is a root. */
const MARKS = [0, HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 91 * DAY, 364 * DAY];

/** Those marks that have room for their words beside the one before, on the scale of roots. */
function marksUpTo(most: number, room: number): number[] {
  const marks: number[] = [];
  for (const mark of MARKS) {
    const before = marks.at(-1);
    const isApart =
      before === undefined || Math.sqrt(mark) - Math.sqrt(before) >= Math.sqrt(most) / room;
    if (mark <= most && isApart) marks.push(mark);
  }
  return marks;
}

/** A line of the picture, told from the others by its dashes. */
export interface Curve {
  name: string;
  points: WaitingPoint[];
}

/** The shares of those still waiting, in steps, over the time since they asked. */
export function curvesChart(says: string, curves: Curve[], locale: string): SafeHtml {
  const most = Math.max(HOUR, ...curves.flatMap(({ points }) => points.at(-1)?.seconds ?? 0));
  const draw = ({ isNarrow }: ChartFrame): Plot.PlotOptions => ({
    height: isNarrow ? 240 : 320,
    x: {
      type: 'sqrt',
      label: null,
      ticks: marksUpTo(most, isNarrow ? 5 : 9),
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
          ...(at > 0 ? { strokeDasharray: DASHES } : {}),
        }),
      ),
      Plot.ruleY([0], { stroke: 'currentColor' }),
    ],
  });
  return drawChart(
    says,
    draw,
    curves.map(({ name }) => name),
  );
}
