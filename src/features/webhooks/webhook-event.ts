/**
 * What other systems can be told. Each is announced by `announceWebhook`, and has a
 * sentence among the `eventNames` of `src/locales/`.
 */
export const WEBHOOK_EVENTS = [
  'question.posted',
  'answer.posted',
  'answer.accepted',
  'comment.posted',
  'feedback.commented',
  'contact.received',
  'contact.closed',
  'insight.verdict',
] as const;

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Told to whoever asks for it, to see that messages arrive. */
export const TEST_EVENT = 'webhook.test';
