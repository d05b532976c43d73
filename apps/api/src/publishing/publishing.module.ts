import { Module } from '@nestjs/common';
import { Closing } from './feed/closing.ts';
import { MakingAnew } from './live/making-anew.ts';
import { PublicationsController } from './publications.controller.ts';
import { PublicationsService } from './publications.service.ts';
import { PublishingController } from './publishing.controller.ts';
import { PublishingService } from './publishing.service.ts';

/** From draft to public: readiness, publications, closing, the change feed. */
@Module({
  controllers: [PublishingController, PublicationsController],
  providers: [PublishingService, PublicationsService, Closing, MakingAnew],
  exports: [PublishingService],
})
export class PublishingModule {}
