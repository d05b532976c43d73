import { Global, Module } from '@nestjs/common';
import { News } from './news.ts';
import { NewsLine } from './news-line.ts';
import { PublicDatabase } from './public-database.ts';

/** Who changes something public tells it here; who keeps copies listens here. */
@Global()
@Module({ providers: [News, NewsLine, PublicDatabase], exports: [News, PublicDatabase] })
export class NewsModule {}
