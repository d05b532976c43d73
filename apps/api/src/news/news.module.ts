import { Global, Module } from '@nestjs/common';
import { News } from './news.ts';
import { NewsLine } from './news-line.ts';

/** Who changes something public tells it here; who keeps copies listens here. */
@Global()
@Module({ providers: [News, NewsLine], exports: [News] })
export class NewsModule {}
