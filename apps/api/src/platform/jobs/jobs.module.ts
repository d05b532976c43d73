import { Global, Module } from '@nestjs/common';
import { JobQueue } from './job-queue.ts';
import { JobRunner } from './job-runner.ts';

/** Work for later. Subjects enqueue in their transactions and tell the runner how each kind is done. */
@Global()
@Module({ providers: [JobQueue, JobRunner], exports: [JobRunner] })
export class JobsModule {}
