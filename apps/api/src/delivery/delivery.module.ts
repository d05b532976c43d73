import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { heardPath } from '@gonggo/reply-store';
import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ChangeStream } from './change-stream.ts';
import { FeedController } from './feed.controller.ts';
import { PostingsController } from './postings.controller.ts';
import { PublicReads } from './public-reads.ts';
import { SitemapController } from './sitemap.controller.ts';
import { PublicReplies } from './public-replies.ts';

type Listener = (req: IncomingMessage, res: ServerResponse) => void;

/** What the world reads. Published rows only; nobody imports it. */
@Module({
  controllers: [PostingsController, FeedController, SitemapController],
  providers: [PublicReads, PublicReplies, ChangeStream],
})
export class DeliveryModule implements OnApplicationBootstrap {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly replies: PublicReplies,
    private readonly stream: ChangeStream,
  ) {}

  /** Puts ready replies before Fastify: half of what a reading costs would be the way through it. */
  onApplicationBootstrap(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    const listeners = server.listeners('request') as Listener[];
    server.removeAllListeners('request');
    const next: Listener = (req, res) => listeners.forEach((listener) => listener.call(server, req, res));
    server.on('request', (req, res) => {
      if (req.url === heardPath && req.method === 'POST') this.stream.heard(req, res);
      else this.replies.answer(req, res, next);
    });
  }
}
