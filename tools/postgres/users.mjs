// Which processes use the server: the last one to leave stops it.
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';

/** A file per process; its content tells a living user from a newer process with the same pid. */
export function useBy(pid, folder) {
  const since = (user) => {
    try {
      return process.platform === 'linux'
        ? fs.readFileSync(`/proc/${user}/stat`, 'utf8').split(') ').pop().split(' ')[19]
        : execFileSync('ps', ['-o', 'lstart=', '-p', String(user)], { encoding: 'utf8' }).trim();
    } catch {
      return undefined;
    }
  };
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(join(folder, String(pid)), since(pid) ?? '');
  return {
    /** True when nobody else is left. */
    leave() {
      fs.rmSync(join(folder, String(pid)), { force: true });
      for (const user of fs.readdirSync(folder)) {
        const file = join(folder, user);
        if (since(user) === fs.readFileSync(file, 'utf8')) return false;
        fs.rmSync(file, { force: true });
      }
      return true;
    },
  };
}
