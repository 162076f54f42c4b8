import { createHash } from 'node:crypto';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { escapeHtml, trustHtml, type SafeHtml } from '#src/components/html.ts';

const { document } = parseHTML('<html><body></body></html>');

/** Widths at which charts are drawn; the page scales them. */
const WIDTH = 720;

/**
 * A chart as a picture that stands in the page, in the colours of its text, so that it is right in
 * the dark, in print, and in black and white. What it shows has to stand in a table beside it.
 * @param says what the figure says, in a sentence; read in place of the picture
 */
export function drawChart(says: string, options: Plot.PlotOptions): SafeHtml {
  const drawn = Plot.plot({
    document: document as unknown as Document,
    width: WIDTH,
    marginLeft: 48,
    marginRight: 24,
    style: { fontSize: '13px' },
    ...options,
  }) as unknown as SVGElement;
  // Its own sheet would be one more in each page; `chart.css` has what is needed of it.
  for (const style of drawn.querySelectorAll('style')) style.remove();
  const id = `chart-${createHash('sha256').update(says).digest('hex').slice(0, 8)}`;
  drawn.setAttribute('class', 'chart');
  drawn.setAttribute('role', 'img');
  drawn.setAttribute('aria-labelledby', id);
  drawn.removeAttribute('font-family');
  for (const inner of drawn.querySelectorAll('[aria-label]')) inner.removeAttribute('aria-label');
  const title = `<title id="${id}">${escapeHtml(says)}</title>`;
  return trustHtml(drawn.outerHTML.replace('>', `>${title}`));
}
