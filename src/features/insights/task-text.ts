import { messagesFor } from '#src/locales/messages.ts';
import type { Task } from './first-tasks.ts';

/** What a task is about, and in a sentence why it comes first. */
export function taskText(task: Task, locale: string): { about: string; why: string } {
  const { tasks } = messagesFor(locale).insights.overviewPage;
  const number = (n: number) => n.toLocaleString(locale);
  const people = number(task.people);
  switch (task.kind) {
    case 'unhelpful':
    case 'failed':
    case 'overdue':
      return { about: task.article.title, why: tasks[task.kind](people, number(task.n)) };
    case 'gap':
      return { about: task.title, why: tasks.gap(people) };
    case 'missing-page':
      return { about: task.path, why: tasks.missingPage(people) };
    case 'unanswered':
      return { about: tasks.questions, why: tasks.unanswered(task.questions, people) };
  }
}
