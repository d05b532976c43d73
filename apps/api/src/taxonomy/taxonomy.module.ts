import { Module } from '@nestjs/common';
import { TaxonomyController } from './taxonomy.controller.ts';
import { TaxonomyService } from './taxonomy.service.ts';

@Module({ controllers: [TaxonomyController], providers: [TaxonomyService] })
export class TaxonomyModule {}
