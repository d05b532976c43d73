import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { run } from './processes.mjs';
import { step } from './progress.mjs';
import { root } from './settings.mjs';

const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules/.package-lock.json'); // npm writes it last
const marker = join(root, 'node_modules/.installed-from');

/** Installs the dependencies when they are missing or older than the lock file. */
export async function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Problem(`Gonggo needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  }
  const hash = createHash('sha256').update(fs.readFileSync(lock)).digest('hex');
  if (isFresh(hash)) return;
  await step('Installing dependencies', async (onLine) => {
    const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
    await run('npm ci', npm[0], [...npm.slice(1), 'ci', '--include=dev', '--no-audit', '--no-fund'], {
      onLine,
    });
  });
  remember(hash);
}

function isFresh(hash) {
  if (!fs.existsSync(installed)) return false;
  if (fs.existsSync(marker) && fs.readFileSync(marker, 'utf8') === hash) return true;
  // Installed by hand since the lock file last changed.
  if (fs.statSync(installed).mtimeMs < fs.statSync(lock).mtimeMs) return false;
  remember(hash);
  return true;
}

/** Spares the next start a look at the times; a checkout that can't be written does without. */
function remember(hash) {
  try {
    fs.writeFileSync(marker, hash);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
}
