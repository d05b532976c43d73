import { Module } from '@nestjs/common';
import { JobsController } from './jobs.controller.ts';

/** What an owner looks at to see that the house runs. */
@Module({ controllers: [JobsController] })
export class OperationsModule {}
