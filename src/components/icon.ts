import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { trustHtml, type SafeHtml } from './html.ts';

const folder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')),
  'icons',
);
const cache = new Map<string, SafeHtml>();

/** Whether the Lucide set has an icon of this name. */
export function hasIcon(name: string): boolean {
  if (!/^[a-z0-9-]+$/.test(name)) return false;
  try {
    return iconSvg(name) !== undefined;
  } catch {
    return false;
  }
}

/**
 * A Lucide icon as inline SVG, 1em wide, in the colour of the text, hidden from screen readers:
 * the words beside it say what it means.
 * @throws when there is no icon of that name
 */
export function iconSvg(name: string): SafeHtml {
  let svg = cache.get(name);
  if (svg === undefined) {
    const source = readFileSync(path.join(folder, `${name}.svg`), 'utf8');
    const shapes = source.slice(
      source.indexOf('>', source.indexOf('<svg')) + 1,
      source.lastIndexOf('</svg>'),
    );
    svg = trustHtml(
      `<svg class="icon" width="1em" height="1em" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes.replace(/\s*\n\s*/g, '')}</svg>`,
    );
    cache.set(name, svg);
  }
  return svg;
}

const symbolId = (name: string) => `icon-${name}`;

/** Icons that a page shows many times, to stand in it once; `iconUse` shows them. */
export function iconSymbols(...names: string[]): SafeHtml {
  const symbols = names.map((name) => {
    const shapes = iconSvg(name).replace(/^<svg[^>]*>|<\/svg>$/g, '');
    return `<symbol id="${symbolId(name)}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  return trustHtml(`<svg style="display:none">${symbols.join('')}</svg>`);
}

/** An icon, as `iconSvg` gives it, whose shapes stand elsewhere in the page. */
export const iconUse = (name: string): SafeHtml =>
  trustHtml(`<svg class="icon drawn" aria-hidden="true"><use href="#${symbolId(name)}"/></svg>`);
