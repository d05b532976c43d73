import { Module } from '@nestjs/common';
import { Housekeeping } from './housekeeping.ts';
import { JobsController } from './jobs.controller.ts';

/** What keeps the house in order, and what an owner looks at to see that it runs. */
@Module({ controllers: [JobsController], providers: [Housekeeping] })
export class OperationsModule {}
