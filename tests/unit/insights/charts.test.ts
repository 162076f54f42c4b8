import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { barsChart } from '#src/features/insights/bars-chart.ts';
import { curvesChart } from '#src/features/insights/curves-chart.ts';
import { helpfulnessChart } from '#src/features/insights/helpfulness-chart.ts';
import { weeksChart } from '#src/features/insights/weeks-chart.ts';
import { shareOf } from '#src/features/measures/share.ts';

const drawn = (html: string) => parseHTML(`<html><body>${html}</body></html>`).document;
const texts = (within: Element) =>
  [...within.querySelectorAll('text')].map((one) => one.textContent);

const week = (day: number, value: number) => ({
  week: `2026-11-${`${day}`.padStart(2, '0')}`,
  value,
});
const readers = [
  { name: 'Views', values: [week(2, 9), week(9, 7), week(16, 3)] },
  { name: 'Reads', values: [week(2, 8), week(9, 5), week(16, 3)] },
];

describe('a chart', () => {
  const page = drawn(weeksChart('9 views & 8 reads <now>', readers, 'en'));

  test('is drawn for a desk and for a phone, its words as large in both', () => {
    const widths = [...page.querySelectorAll('.wide, .narrow')].map((svg) => [
      svg.getAttribute('class'),
      svg.getAttribute('viewBox')!.split(' ')[2],
      /font-size: ?(\w+)/.exec(svg.getAttribute('style') ?? '')?.[1],
    ]);
    expect(widths).toEqual([
      ['wide', '720', '13px'],
      ['narrow', '360', '13px'],
    ]);
  });

  test('is one picture for those who do not see it, and no script comes with it', () => {
    const pictures = page.querySelectorAll('[role=img]');
    expect(pictures.length).toBe(1);
    expect(pictures[0]!.getAttribute('aria-label')).toBe('9 views & 8 reads <now>');
    expect(page.querySelectorAll('script, style, now, svg [aria-label]').length).toBe(0);
  });

  test('names lines that end in one place above them, each with its dashes', () => {
    const names = [...page.querySelectorAll('p span')].map((one) => [
      one.textContent.trim(),
      one.querySelector('path')!.hasAttribute('stroke-dasharray'),
    ]);
    expect(names).toEqual([
      ['Views', false],
      ['Reads', true],
    ]);
    expect(texts(page.querySelector('.wide')!)).not.toContain('Views');
    const dashed = [...page.querySelectorAll('.wide [stroke-dasharray]')];
    expect(dashed.length).toBe(1);
  });

  test('of one line needs no name', () => {
    expect(drawn(weeksChart('8 reads', readers.slice(1), 'en')).querySelector('p')).toBeNull();
  });
});

test('a time is marked where there is room for its words', () => {
  const day = 86_400;
  const points = [
    { seconds: 0, share: 1 },
    { seconds: 28 * day, share: 0.2 },
  ];
  const page = drawn(curvesChart('Half within a day', [{ name: 'no answer', points }], 'en'));
  const marks = (frame: string) =>
    texts(page.querySelector(frame)!).filter((text) => /^\d+ (hour|day)|^0$/.test(text));
  expect(marks('.wide')).toEqual(['0', '24 hours', '3 days', '7 days', '14 days', '28 days']);
  expect(marks('.narrow')).toEqual(['0', '3 days', '14 days', '28 days']);
});

test('bars have their words above them, with all the width', () => {
  const bars = [
    { label: 'Confirmed: 3 of 9', count: 3 },
    { label: 'Sent: none', count: 0 },
  ];
  const narrow = drawn(barsChart('3 of 9', bars, 9)).querySelector('.narrow')!;
  expect(texts(narrow)).toEqual(['Confirmed: 3 of 9', 'Sent: none']);
  expect(narrow.querySelectorAll('rect')[0]!.getAttribute('width')).toBe('112');
});

test('edits stand in the picture with what became of them, none upon another', () => {
  const spans = [
    { seriesId: 1, from: '2026-11-02', to: '2026-11-08', helpful: shareOf(5, 10) },
    { seriesId: 2, from: '2026-11-09', to: '2026-11-15', helpful: shareOf(9, 10) },
  ];
  const edits = [9, 10, 11].map((day) => ({
    at: new Date(Date.UTC(2026, 10, day)),
    label: `Edit ${day}: Better`,
  }));
  const scope = { from: '2026-11-01', to: '2026-11-15' };
  const wide = drawn(helpfulnessChart('90 %', spans, edits, scope, 'en')).querySelector('.wide')!;
  const labels = [...wide.querySelectorAll('text')].filter((one) =>
    one.textContent.startsWith('Edit'),
  );
  expect(labels.map((one) => one.textContent)).toEqual(edits.map(({ label }) => label));
  const heights = labels.map((one) => one.parentElement!.getAttribute('transform'));
  expect(new Set(heights).size).toBe(3);
  expect(wide.querySelectorAll('[stroke-dasharray] line').length).toBe(3);
  expect(texts(wide)).toEqual(expect.arrayContaining(['50%', '90%']));
});
