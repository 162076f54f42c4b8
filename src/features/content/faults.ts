import type { Fault } from './content.ts';

/** A fault that refuses the folder. `file` is relative to the content folder, `line` counts from 1. */
export function error(file: string, line: number, what: string, todo: string): Fault {
  return { file, line, severity: 'error', what, todo };
}

/** A fault that is told but does not stop a build. */
export function warning(file: string, line: number, what: string, todo: string): Fault {
  return { file, line, severity: 'warning', what, todo };
}

/** The faults by file and line, each once: a faulty snippet is met in every article that uses it. */
export function sortFaults(faults: Fault[]): Fault[] {
  const byText = new Map<string, Fault>();
  for (const fault of faults) {
    const key = `${fault.file}\0${fault.line}\0${fault.what}`;
    if (!byText.has(key)) byText.set(key, fault);
  }
  return [...byText.values()].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      compare(a.severity, b.severity) ||
      compare(a.what, b.what),
  );
}

/** `file:line: what, and todo`; a warning says that it is one. */
export function formatFault(fault: Fault): string {
  const mark = fault.severity === 'warning' ? 'warning: ' : '';
  return `${fault.file}:${fault.line}: ${mark}${fault.what}, and ${fault.todo}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
