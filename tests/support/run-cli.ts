import { execFile } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');

/** How a command ended, with what it printed. */
export interface CliEnd {
  code: number;
  out: string;
  err: string;
}

/** Runs a file of src/cli in the checkout with these variables, and with those by which it finds git. */
export const runCli = (
  command: string,
  args: string[],
  env: Record<string, string>,
): Promise<CliEnd> =>
  new Promise((resolve) => {
    const options = { cwd: root, env: { PATH: process.env['PATH'], ...env } };
    execFile(process.execPath, [`src/cli/${command}.ts`, ...args], options, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
