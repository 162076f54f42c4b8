import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { readEnv } from '#src/server/env.ts';
import { readText } from './house.ts';

/** Worked out of the others, so not to be set. */
const DERIVED = ['INSTANCE', 'BUILD_DIR', 'CACHE_DIR'];
/** Read by npm and the installer, before there is any configuration. */
const example = parseEnv(readText('.env.example'));

test('.env.example lists every variable', () => {
  const declared = Object.keys(readEnv({})).filter((name) => !DERIVED.includes(name));
  expect(Object.keys(example).sort()).toEqual(declared.sort());
});

test('.env.example shows every variable with its default', () => {
  expect(readEnv(example)).toEqual(readEnv({}));
  for (const [name, value] of Object.entries(example)) {
    if (value === '') continue;
    expect(readEnv({ ...example, [name]: undefined }), name).toEqual(readEnv({}));
  }
});

test('.env.example says of every variable what it is', () => {
  const lines = readText('.env.example').split('\n');
  const silent = lines.filter(
    (line, at) => /^[A-Z_]+=/.test(line) && !lines[at - 1]?.startsWith('# '),
  );
  expect(silent).toEqual([]);
});
