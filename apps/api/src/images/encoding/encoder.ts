import { type ChildProcess, fork } from 'node:child_process';
import { setPriority, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { overloaded } from '../../platform/problem/problem.ts';
import type { EncodingReply, EncodingTask, UnusableReason } from './messages.ts';

export interface EncoderOptions {
  /** Processes at most. */
  processes: number;
  /** Tasks that may wait for one; more are refused with 503. */
  queue: number;
  /** Wall clock per task, in ms. */
  timeout: number;
  /** How far to step back behind the API itself: 0 to 19. */
  nice?: number;
  /** The program; another one in tests. */
  program?: string;
}

/** The file can't be used; `reason` is for the author. Nothing is wrong with us. */
export class UnusableFile extends Error {
  constructor(readonly reason: UnusableReason) {
    super(`unusable image: ${reason}`);
  }
}

const program = fileURLToPath(new URL('./process.js', import.meta.url));
/** A process that has seen this many files makes room for a fresh one. */
const tasksPerProcess = 50;
const idleTime = 20_000;

interface Worker {
  child: ChildProcess;
  tasks: number;
  idle: NodeJS.Timeout | null;
}

/**
 * Runs image decoders in processes of their own: without environment, with little memory, against the clock.
 * A process that fails is thrown away with everything it may have become.
 */
export class Encoder {
  private readonly free: Worker[] = [];
  private readonly waiting: { take: () => void; refuse: (error: Error) => void }[] = [];
  private readonly alive = new Set<ChildProcess>();
  private busy = 0;
  private closed = false;

  constructor(private readonly options: EncoderOptions) {}

  async run<Result>(task: EncodingTask): Promise<Result> {
    await this.slot();
    try {
      const worker = this.free.pop() ?? this.start();
      const reply = await this.ask(worker, task);
      if (!reply.ok) throw new UnusableFile(reply.reason);
      return reply.result as Result;
    } finally {
      // The place is handed over, not given back: nobody slips in between.
      const next = this.waiting.shift();
      if (next) next.take();
      else this.busy -= 1;
    }
  }

  /** Ends all processes; what waits is refused. */
  close(): void {
    this.closed = true;
    for (const { refuse } of this.waiting.splice(0)) refuse(overloaded());
    for (const child of this.alive) child.kill('SIGKILL');
  }

  private async slot(): Promise<void> {
    if (this.closed) throw overloaded();
    if (this.busy < this.options.processes) {
      this.busy += 1;
      return;
    }
    if (this.waiting.length >= this.options.queue) {
      throw overloaded('Too many images are being worked on. Try again in a few seconds.', 5);
    }
    await new Promise<void>((take, refuse) => this.waiting.push({ take, refuse }));
  }

  private start(): Worker {
    const child = fork(this.options.program ?? program, [], {
      env: {},
      cwd: tmpdir(),
      execArgv: ['--max-old-space-size=192'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const worker: Worker = { child, tasks: 0, idle: null };
    this.alive.add(child);
    child.once('exit', () => {
      this.alive.delete(child);
      this.forget(worker);
    });
    if (this.options.nice && child.pid) lowerPriority(child.pid, this.options.nice);
    return worker;
  }

  private ask(worker: Worker, task: EncodingTask): Promise<EncodingReply> {
    const { child } = worker;
    if (worker.idle) clearTimeout(worker.idle);
    worker.tasks += 1;
    child.ref();
    child.channel?.ref();
    return new Promise<EncodingReply>((resolve) => {
      const end = (reply: EncodingReply) => {
        clearTimeout(clock);
        child.off('message', answered).off('exit', gone).off('error', gone);
        if (reply.ok && worker.tasks < tasksPerProcess && !this.closed) this.keep(worker);
        else this.discard(child);
        resolve(reply);
      };
      const gone = () => end({ ok: false, reason: 'gave-up' });
      const answered = (reply: unknown) => end(reply as EncodingReply);
      const clock = setTimeout(gone, this.options.timeout);
      child.once('message', answered).once('exit', gone).once('error', gone);
      child.send(task, (error) => error && gone());
    });
  }

  /** An idle process holds nobody up: neither the API's end nor, for long, memory. */
  private keep(worker: Worker): void {
    this.free.push(worker);
    worker.child.unref();
    worker.child.channel?.unref();
    worker.idle = setTimeout(() => {
      this.forget(worker);
      this.discard(worker.child);
    }, idleTime).unref();
  }

  private forget(worker: Worker): void {
    const at = this.free.indexOf(worker);
    if (at >= 0) this.free.splice(at, 1);
  }

  private discard(child: ChildProcess): void {
    child.on('error', () => undefined); // an error nobody listens to would end the API
    child.kill('SIGKILL');
  }
}

function lowerPriority(pid: number, nice: number): void {
  try {
    setPriority(pid, nice);
  } catch {
    // the process is gone already, or the system does not let us: it runs at our own priority
  }
}
