import { z } from 'zod';
import { date, flag, moment, number, text, texts } from './yaml-fields.ts';

/** The front matter of an article. */
export const articleFields = z.strictObject({
  title: text('a title, such as title: Reset your password'),
  description: text().optional(),
  owner: text('a handle from authors.yml').optional(),
  order: number.optional(),
  tags: texts('payments, invoices').optional(),
  keywords: texts('login, log on').optional(),
  updated: date.optional(),
  reviewBy: date.optional(),
  related: texts('billing/invoices, account/sign-in').optional(),
  redirectFrom: texts('/help/old-address').optional(),
  draft: flag.optional(),
  publishAt: moment.optional(),
  unlisted: flag.optional(),
  fromQuestion: number.optional(),
});

/** `_category.yml` */
export const categoryFields = z.strictObject({
  title: text().optional(),
  description: text().optional(),
  order: number.optional(),
  icon: text('the name of a Lucide icon, such as life-buoy').optional(),
});

/** The front matter of a notice. */
export const noticeFields = z.strictObject({
  severity: z
    .enum(['info', 'warning', 'critical'], { error: 'info, warning or critical' })
    .optional(),
  start: moment.optional(),
  end: moment.optional(),
  categories: texts('billing, account').optional(),
  locale: text('a locale, such as en').optional(),
});
