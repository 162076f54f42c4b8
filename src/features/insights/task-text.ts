import { messagesFor } from '#src/locales/messages.ts';
import type { Task } from './first-tasks.ts';

/** What a task is about, and in a sentence why it comes first. */
export function taskText(task: Task, locale: string): { about: string; why: string } {
  const words = messagesFor(locale).insights.overviewPage.tasks;
  const number = (n: number) => n.toLocaleString(locale);
  const people = number(task.people);
  switch (task.kind) {
    case 'unhelpful':
    case 'failed':
    case 'overdue':
      return { about: task.article.title, why: words[task.kind](people, number(task.n)) };
    case 'gap':
      return { about: task.title, why: words.gap(people) };
    case 'missing-page':
      return { about: task.path, why: words.missingPage(people) };
    case 'unanswered':
      return { about: words.questions, why: words.unanswered(task.questions, people) };
  }
}
