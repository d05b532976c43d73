// Programs that some tests need and that Debian has: found, or installed where we may.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

/** Where packages put programs that are not on everybody's PATH. */
const elsewhere = ['/usr/sbin', '/usr/local/sbin', '/sbin'];

/** The path of a program; undefined = it is not there. */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...elsewhere];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** The path of a program, installed from Debian's package where it is missing and we are root; undefined = none. */
export function debianProgram(name, packageName = name) {
  const found = findProgram(name);
  if (found || !mayInstall()) return found;
  // Its own service is not started: RUNLEVEL tells the package that the machine is not up for that.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = (...args) => spawnSync('apt-get', args, { env, stdio: 'ignore' }).status === 0;
  if (!apt('install', '-y', '--no-install-recommends', packageName) && apt('update')) {
    apt('install', '-y', '--no-install-recommends', packageName);
  }
  return findProgram(name);
}

// node tools/debian.mjs NAME [PACKAGE]: prints the path, or nothing.
if (argv[1] === fileURLToPath(import.meta.url)) console.log(debianProgram(argv[2], argv[3]) ?? '');
