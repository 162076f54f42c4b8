import * as Plot from '@observablehq/plot';
import type { SafeHtml } from '#src/components/html.ts';
import { SECONDS_CLASSES } from '#src/features/events/reading-time.ts';
import { drawChart } from './chart.ts';

/**
 * Views by the time for which the article was visible, a bar for each class.
 * @param names of the classes, in their order
 * @param need seconds that all words take, with what is to stand at the class where they fall
 */
export function readingTimeChart(
  says: string,
  classes: number[],
  names: string[],
  need: { seconds: number; label: string } | undefined,
  locale: string,
): SafeHtml {
  const bars = classes.map((views, at) => ({ name: names[at]!, views }));
  const at = need ? SECONDS_CLASSES.findLastIndex((from) => from <= need.seconds) : -1;
  const mark = need && at >= 0 ? [{ name: names[at]!, label: need.label }] : [];
  return drawChart(says, {
    height: 36 + 26 * bars.length,
    marginLeft: 140,
    marginRight: 150,
    x: { axis: null, domain: [0, Math.max(1, ...classes)] },
    y: { label: null, domain: names, tickSize: 0 },
    marks: [
      Plot.barX(bars, { x: 'views', y: 'name', fill: 'currentColor', fillOpacity: 0.7 }),
      Plot.text(bars, {
        x: 'views',
        y: 'name',
        text: ({ views }: { views: number }) => views.toLocaleString(locale),
        textAnchor: 'start',
        dx: 6,
        fill: 'currentColor',
      }),
      Plot.text(mark, {
        y: 'name',
        text: 'label',
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 8,
        fill: 'currentColor',
        lineWidth: 11,
      }),
    ],
  });
}
