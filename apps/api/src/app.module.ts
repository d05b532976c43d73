import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.ts';
import { ConfigModule } from './platform/config/config.module.ts';
import type { Config } from './platform/config/config.ts';
import { DatabaseModule } from './platform/database/database.module.ts';
import { DeliveryModule } from './delivery/delivery.module.ts';
import { DocsModule } from './platform/openapi/docs.module.ts';
import { DraftsModule } from './drafts/drafts.module.ts';
import { HealthModule } from './platform/health/health.module.ts';
import { IdempotencyModule } from './platform/idempotency/idempotency.module.ts';
import { ImagesModule } from './images/images.module.ts';
import { JobsModule } from './platform/jobs/jobs.module.ts';
import { NewsModule } from './platform/invalidation/news.module.ts';
import { OperationsModule } from './operations/operations.module.ts';
import { PublishingModule } from './publishing/publishing.module.ts';
import { SettingsModule } from './settings/settings.module.ts';
import { TaxonomyModule } from './taxonomy/taxonomy.module.ts';

/** The whole API: one module per subject. */
@Module({})
export class AppModule {
  static of(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        DatabaseModule,
        JobsModule,
        NewsModule,
        IdempotencyModule,
        AccountsModule,
        SettingsModule,
        TaxonomyModule,
        DraftsModule,
        PublishingModule,
        ImagesModule,
        DeliveryModule,
        OperationsModule,
        HealthModule,
        DocsModule,
      ],
    };
  }
}
