import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';

/** CPU milliseconds that these processes and all their descendants have used so far. */
export function cpuMs(rootPids) {
  const all = processes();
  const wanted = new Set(rootPids);
  for (let grew = true; grew;) {
    grew = false;
    for (const { pid, parent } of all)
      if (wanted.has(parent) && !wanted.has(pid)) {
        wanted.add(pid);
        grew = true;
      }
  }
  return all.filter(({ pid }) => wanted.has(pid)).reduce((sum, { ms }) => sum + ms, 0);
}

/** Resident memory of one process, in MiB. */
export function residentMiB(pid) {
  const kib = fs.existsSync('/proc/self/status')
    ? /VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Math.round(Number(kib) / 1024);
}

function processes() {
  return fs.existsSync('/proc/self/stat') ? fromProc() : fromPs();
}

/**
 * Fields 14 to 17 of /proc/PID/stat are ticks of 10 ms (USER_HZ is 100 on every Linux we run on); the last two are
 * what children used that have ended: without them a connection that closes would count as time given back.
 */
function fromProc() {
  return fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [
        { pid: Number(name), parent: Number(fields[1]), ms: 10 * sum(fields.slice(11, 15).map(Number)) },
      ];
    } catch {
      return []; // it ended meanwhile
    }
  });
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

function fromPs() {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,time='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, time] = line.trim().split(/\s+/);
      const seconds = time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
      return { pid: Number(pid), parent: Number(parent), ms: seconds * 1000 };
    });
}
