import { type DynamicModule, Module } from '@nestjs/common';
import { Admission } from '../http/admission.ts';
import { Stopping } from '../http/stopping.ts';
import { Config } from './config.ts';

/** Makes the checked settings, and what there is once in a process, injectable everywhere. */
@Module({})
export class ConfigModule {
  static of(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [
        { provide: Config, useValue: config },
        { provide: Admission, useValue: new Admission(config.siteUrl) },
        Stopping,
      ],
      exports: [Config, Admission, Stopping],
    };
  }
}
