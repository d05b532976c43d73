import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.ts';
import { Probe } from './probe.ts';

@Module({ controllers: [HealthController], providers: [Probe] })
export class HealthModule {}
