import type { Server } from 'node:http';
import { drainingOf, type Draining } from '@gonggo/reply-store';
import { Injectable } from '@nestjs/common';

/** Whether the process was told to stop: it serves still, but whoever hands out requests should look elsewhere. */
@Injectable()
export class Stopping {
  private told = false;
  private draining: Draining | undefined;

  get begun(): boolean {
    return this.told;
  }

  /** From now on not ready, and every answer ends its connection. */
  begin(): void {
    this.told = true;
    this.draining?.begin();
  }

  watch(server: Server): Draining {
    this.draining = drainingOf(server);
    return this.draining;
  }
}
