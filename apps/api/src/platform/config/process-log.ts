import { ConsoleLogger } from '@nestjs/common';
import type { Config } from './config.ts';

/**
 * The process's log: warnings and errors, JSON in production. Of what merely happens it says only the lines of
 * `contexts`, and those in production alone: elsewhere nobody collects them.
 */
export class ProcessLog extends ConsoleLogger {
  private readonly said: ReadonlySet<string>;

  constructor({ production }: Pick<Config, 'production'>, contexts: string[]) {
    super({ logLevels: ['log', 'warn', 'error', 'fatal'], json: production, colors: false });
    this.said = new Set(production ? contexts : []);
  }

  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof context === 'string' && this.said.has(context)) super.log(message, ...rest);
  }
}
