import { converter, formatHex, wcagContrast } from 'culori';

/** Backgrounds that the accent must be read on: the two page colours of styles/tokens.css. */
const LIGHT_PAGE = '#fdfcfa';
const DARK_PAGE = '#17191b';
/** WCAG 2.2, success criterion 1.4.3, for text of ordinary size. */
const MINIMUM = 4.5;
const STEP = 0.01;

const toOklch = converter('oklch');

function shifted(colour: string, page: string, step: number): string {
  const oklch = toOklch(colour);
  if (!oklch) throw new Error(`${colour} is no colour`);
  const end = step < 0 ? 0 : 1;
  let hex = formatHex(oklch);
  while (wcagContrast(hex, page) < MINIMUM && oklch.l !== end) {
    oklch.l = Math.min(1, Math.max(0, oklch.l + step));
    hex = formatHex(oklch);
  }
  return hex;
}

/** Contrast of an accent with the light page, from 1 to 21. */
export function accentContrast(accent: string): number {
  return wcagContrast(accent, LIGHT_PAGE);
}

/** The nearest darker shade of the same hue that can be read on the light page. */
export function readableAccent(accent: string): string {
  return shifted(accent, LIGHT_PAGE, -STEP);
}

const known = new Map<string, { light: string; dark: string }>();

/** The accent as the light and the dark page use it; the dark one is lightened until it can be read. */
export function accentColours(accent: string): { light: string; dark: string } {
  let colours = known.get(accent);
  if (!colours) {
    known.set(accent, (colours = { light: accent, dark: shifted(accent, DARK_PAGE, STEP) }));
  }
  return colours;
}

/** Whether the accent can be read on the light page (4.5 to 1). */
export function isReadableAccent(accent: string): boolean {
  return accentContrast(accent) >= MINIMUM;
}
