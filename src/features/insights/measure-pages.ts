import type { Measure } from '#src/features/measures/measure.ts';
import type { InsightPage } from './insights-address.ts';

/** The pages on which each measure is shown. */
export const MEASURE_PAGES: Record<Measure, InsightPage[]> = {
  views: ['articles', 'mine'],
  reads: ['articles', 'mine'],
  helpfulness: ['articles', 'mine'],
  'edit-verdict': ['articles', 'mine'],
  'failed-deflections': ['articles', 'mine'],
  'self-service-rate': ['community'],
  'search-success': ['searches'],
  'search-misses': ['searches'],
  'click-rank': ['searches'],
  'form-funnel': ['community'],
  'answered-share': ['community'],
  'first-answer-time': ['community'],
  'acceptance-time': ['community'],
  'first-contact-resolution': ['community'],
  csat: ['satisfaction'],
  ces: ['satisfaction'],
  freshness: ['freshness'],
};
