import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { escapeHtml, trustHtml, type SafeHtml } from '#src/components/html.ts';

const { document } = parseHTML('<html><body></body></html>');

/** What a chart is drawn for; `chart.css` shows the one that the page has room for. */
export interface ChartFrame {
  width: number;
  isNarrow: boolean;
}

const FRAMES: ChartFrame[] = [
  { width: 720, isNarrow: false },
  { width: 360, isNarrow: true },
];

function drawFrame({ width, isNarrow }: ChartFrame, options: Plot.PlotOptions): string {
  const drawn = Plot.plot({
    document: document as unknown as Document,
    width,
    marginLeft: 48,
    marginRight: 24,
    style: { fontSize: '13px' },
    ...options,
  }) as unknown as SVGElement;
  // Its own sheet would be one more in each page; `chart.css` has what is needed of it.
  for (const style of drawn.querySelectorAll('style')) style.remove();
  drawn.setAttribute('class', isNarrow ? 'narrow' : 'wide');
  drawn.removeAttribute('font-family');
  for (const inner of drawn.querySelectorAll('[aria-label]')) inner.removeAttribute('aria-label');
  return drawn.outerHTML;
}

/** Which line is which, told by its dashes as in the picture. */
function drawKey(names: string[]): string {
  const lines = names.map((name, at) => {
    const dashes = at > 0 ? ` stroke-dasharray="${DASHES}"` : '';
    const line = `<path d="M0 5H28" stroke="currentColor" stroke-width="2"${dashes}/>`;
    return `<span><svg width="28" height="10">${line}</svg> ${escapeHtml(name)}</span>`;
  });
  return `<p>${lines.join(' ')}</p>`;
}

/** Of every line after the first. */
export const DASHES = '6,4';

/**
 * A chart as a picture that stands in the page, in the colours of its text, so that it is right in
 * the dark, in print, and in black and white. It is drawn for a desk and for a phone, since one that
 * is made smaller has words too small to read. What it shows has to stand in a table beside it.
 * @param says what the figure says, in a sentence; read in place of the picture
 * @param options what is drawn in a frame
 * @param lines names of the lines, where there are several; they stand above them, since at the
 *   ends of lines that meet they would stand on each other
 */
export function drawChart(
  says: string,
  options: (frame: ChartFrame) => Plot.PlotOptions,
  lines: string[] = [],
): SafeHtml {
  const key = lines.length > 1 ? drawKey(lines) : '';
  const drawn = FRAMES.map((frame) => drawFrame(frame, options(frame))).join('');
  return trustHtml(
    `<div class="chart" role="img" aria-label="${escapeHtml(says)}">${key}${drawn}</div>`,
  );
}
