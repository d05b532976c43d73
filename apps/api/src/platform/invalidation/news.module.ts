import { Global, Module } from '@nestjs/common';
import { Sites } from './audience.ts';
import { News } from './news.ts';
import { NewsLine } from './news-line.ts';
import { Peers } from './peers.ts';
import { PublicDatabase } from '../database/public-database.ts';
import { WritersWait } from './writers-wait.ts';

/** Who changes something public tells it here; who keeps copies listens here. */
@Global()
@Module({
  providers: [News, NewsLine, Sites, Peers, PublicDatabase, WritersWait],
  exports: [News, Peers, PublicDatabase],
})
export class NewsModule {}
