import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Encoder } from './encoder.ts';

/** One queue for people who wait, one for work that nobody waits for. */
@Injectable()
export class Encoders implements OnApplicationShutdown {
  readonly uploads = new Encoder({ processes: 2, queue: 16, timeout: 20_000 });
  readonly later = new Encoder({ processes: 1, queue: 4, timeout: 120_000, nice: 10 });

  onApplicationShutdown(): void {
    this.uploads.close();
    this.later.close();
  }
}
