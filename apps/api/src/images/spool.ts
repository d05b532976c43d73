import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { overloaded, Problem } from '../platform/problem/problem.ts';

/** What may be on its way through the disk at once, in this process. */
export const spoolLimits = { uploads: 24, bytes: 256 * 1024 * 1024 };

const day = 86_400_000;

/** The folders files pass through on their way into the library: bounded, and gone when the work is done. */
@Injectable()
export class Spool implements OnModuleInit {
  private readonly log = new Logger(Spool.name);
  private uploads = 0;
  private bytes = 0;

  /** Whoever was killed in the middle left folders that nobody else takes away. */
  async onModuleInit(): Promise<void> {
    const left = await leftovers();
    await Promise.all(
      left.map((folder) => rm(folder, { recursive: true, force: true }).catch(() => undefined)),
    );
  }

  /** A folder for an upload that may bring `bytes`. 503 when too many are on their way, or the disk is full. */
  async whileReceiving<T>(bytes: number, work: (folder: string) => Promise<T>): Promise<T> {
    if (this.uploads >= spoolLimits.uploads || this.bytes + bytes > spoolLimits.bytes) {
      throw overloaded('Too many images are being uploaded at once. Try again in a few seconds.', 5);
    }
    this.uploads += 1;
    this.bytes += bytes;
    try {
      return await this.inFolder('upload', work);
    } finally {
      this.uploads -= 1;
      this.bytes -= bytes;
    }
  }

  /** A folder for `work`, which leaves nothing in it. */
  async inFolder<T>(purpose: Purpose, work: (folder: string) => Promise<T>): Promise<T> {
    let folder: string | null = null;
    try {
      folder = await mkdtemp(join(tmpdir(), `gonggo-${purpose}-${process.pid}-`));
      return await work(folder);
    } catch (error) {
      if (!isFull(error)) throw error;
      this.log.error(`No room for images in ${tmpdir()}: ${String(error)}`);
      throw noRoom();
    } finally {
      if (folder) await rm(folder, { recursive: true, force: true });
    }
  }
}

const purposes = ['upload', 'avif', 'demo'] as const;
type Purpose = (typeof purposes)[number];

/** 503: it is our disk that is full, not the file that is wrong. */
export const noRoom = (): Problem =>
  overloaded(
    'The server has no room to take images right now; nothing was kept. Tell whoever runs it, and try again later.',
    60,
  );

export const isFull = (error: unknown): boolean =>
  error instanceof Error && ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');

async function leftovers(): Promise<string[]> {
  const pattern = new RegExp(`^gonggo-(?:${purposes.join('|')})-(\\d+)-`);
  const begun = Date.now() - process.uptime() * 1000;
  const found = await Promise.all(
    (await readdir(tmpdir()).catch(() => [])).map(async (name) => {
      const pid = Number(pattern.exec(name)?.[1] ?? NaN);
      const made = Number.isNaN(pid) ? null : await stat(join(tmpdir(), name)).catch(() => null);
      if (!made) return [];
      // A number is used again: our own by an earlier process, another's by a program that is none of ours.
      const oldest = pid === process.pid ? begun : isAlive(pid) ? Date.now() - day : Infinity;
      return made.mtimeMs < oldest ? [join(tmpdir(), name)] : [];
    }),
  );
  return found.flat();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
