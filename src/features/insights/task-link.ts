import { localePath, type Locales } from '#src/features/articles/address.ts';
import type { Task } from './first-tasks.ts';
import { articleInsightsPath, insightsPath } from './insights-address.ts';

/**
 * Where a task begins.
 * @param query limits the pages as the one is that it stands on
 */
export function taskLink(site: Locales, locale: string, task: Task, query: string): string {
  switch (task.kind) {
    case 'unhelpful':
    case 'failed':
    case 'overdue':
      return articleInsightsPath(site, locale, task.article) + query;
    case 'gap':
      return insightsPath(site, locale, 'gaps') + query;
    case 'missing-page':
      return insightsPath(site, locale, 'missing') + query;
    case 'unanswered':
      return localePath(site, locale, '/community?order=unanswered');
  }
}
