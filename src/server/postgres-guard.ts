import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

/**
 * A shell that sleeps on a pipe from this process. When this process ends, however it does, the
 * pipe closes and the shell stops the server whose pid it was last told. Its own session keeps it
 * out of a signal to our process group, and it ends by itself once the server is gone.
 */
const script = `
trap '' INT TERM HUP QUIT
pid=
while read -r line; do pid=$line; done
[ -n "$pid" ] || exit 0
alive() {
  read -r written < "$1" && [ "$written" = "$pid" ] && kill -0 "$pid"
}
for signal in INT QUIT KILL; do
  alive "$1" || exit 0
  kill -s "$signal" "$pid"
  tries=0
  while alive "$1" && [ "$tries" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
done
`;

export interface Guard {
  /** Names the server to stop when this process is gone. */
  watch(pid: number): void;
  /** Lets the guard go; call it when the server has stopped. */
  release(): void;
}

/** Posts a guard for a cluster; one that is killed is replaced. */
export function postGuard(cluster: string): Guard {
  let watched: number | undefined;
  let released = false;
  let guard: ChildProcess;

  const tell = () => {
    if (watched) guard.stdin?.write(`${watched}\n`);
  };
  const post = () => {
    const pidFile = path.join(cluster, 'postmaster.pid');
    guard = spawn('/bin/sh', ['-c', script, 'helpmark-guard', pidFile], {
      cwd: '/',
      env: { PATH: '/usr/bin:/bin' },
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    guard.stdin?.on('error', () => {});
    guard.on('error', () => {});
    guard.on('exit', () => {
      if (!released) setTimeout(post, 100).unref();
    });
    guard.unref();
    (guard.stdin as unknown as { unref(): void } | null)?.unref();
    tell();
  };
  post();

  return {
    watch(pid) {
      watched = pid;
      tell();
    },
    release() {
      released = true;
      guard.stdin?.end();
    },
  };
}
