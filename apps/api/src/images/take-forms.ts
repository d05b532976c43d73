import multipart from '@fastify/multipart';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';

/** Teaches the server to read forms with files. Which routes take them is said on the routes (`@Multipart()`). */
@Injectable()
export class TakeForms implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** Not awaited: that would start the server before it is put together. The command line has no server at all. */
  onModuleInit(): void {
    const server = this.host.httpAdapter as FastifyAdapter | undefined;
    void server?.getInstance().register(multipart);
  }
}
