import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');

/** How a tool ended. */
export interface Ended {
  code: number;
  /** What it printed, if that was kept back. */
  output: string;
}

/**
 * Runs a JavaScript program in the checkout on the Node that runs us, without a shell, so that no
 * path is ever taken apart.
 * @param program path below the checkout
 * @param options.quiet keeps what it prints instead of showing it
 */
export function runTool(program: string, args: string[], { quiet = false } = {}): Promise<Ended> {
  const child = spawn(process.execPath, [path.join(root, program), ...args], {
    cwd: root,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
