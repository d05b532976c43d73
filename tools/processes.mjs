import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from './problem.mjs';
import { root } from './settings.mjs';

const running = new Set();

/**
 * Starts a program in its own process group, so that Ctrl-C reaches the launcher alone and things stop in order.
 * A Node program gets an IPC channel and is expected to leave when it closes.
 */
export function start(name, command, args, { env, stdio }) {
  const child = spawn(command, args, { cwd: root, env, stdio, detached: true });
  running.add(child);
  const ended = new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(signal ?? `exit code ${code}`));
  });
  ended.then(() => running.delete(child));
  return { name, child, ended };
}

/** Runs a program to its end and returns what it wrote on stdout; what it said is shown only when it failed. */
export async function run(name, command, args, { env = process.env, onLine } = {}) {
  const { child, ended } = start(name, command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let out = '';
  const hear = (text) => {
    said += text;
    onLine?.(text.trim().split('\n').pop());
  };
  child.stdout?.setEncoding('utf8').on('data', (text) => ((out += text), hear(text)));
  child.stderr?.setEncoding('utf8').on('data', hear);
  const end = await ended;
  if (end !== 'exit code 0') throw new Problem(`${said.trim()}\n\n${name} failed (${end}).`.trim());
  return out;
}

/**
 * Asks a process to stop; insists after a while. SIGINT: as soon as what is under way is done. SIGTERM: API and site also
 * serve on for STOP_DELAY, for a balancer to notice.
 */
export async function stop({ child, ended }, patience = 15_000, signal = 'SIGINT') {
  if (!running.has(child)) return;
  child.kill(signal);
  await Promise.race([ended, sleep(patience, undefined, { ref: false })]);
  killGroup(child);
  await ended;
}

/** Ends whatever is still running, at once. */
export function killAll() {
  for (const child of running) killGroup(child);
}

function killGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // gone already
  }
}
