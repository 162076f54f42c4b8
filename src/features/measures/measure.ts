/** Every measure, by the name of its file, in the order in which they are explained. */
export const MEASURES = [
  'views',
  'reads',
  'helpfulness',
  'edit-verdict',
  'failed-deflections',
  'self-service-rate',
  'search-success',
  'search-misses',
  'click-rank',
  'form-funnel',
  'answered-share',
  'first-answer-time',
  'acceptance-time',
  'first-contact-resolution',
  'csat',
  'ces',
  'freshness',
] as const;

export type Measure = (typeof MEASURES)[number];
