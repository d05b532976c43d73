import { Module } from '@nestjs/common';
import { DraftsController } from './drafts.controller.ts';
import { DraftsService } from './drafts.service.ts';
import { SectionsController } from './sections.controller.ts';
import { SectionsService } from './sections.service.ts';

/** What authors write: postings, their facts and sections. */
@Module({ controllers: [DraftsController, SectionsController], providers: [DraftsService, SectionsService] })
export class DraftsModule {}
