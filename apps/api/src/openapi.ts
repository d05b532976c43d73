import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { setPrefix } from './app.setup.ts';
import { Config } from './platform/config/config.ts';
import { describeApi } from './platform/openapi/document.ts';

const file = new URL('../openapi.json', import.meta.url);

/** Writes apps/api/openapi.json from the code; with `--check`, fails if the committed one differs. Needs no database. */
async function main(): Promise<void> {
  const config = Object.assign(new Config(), { siteUrl: 'http://localhost:3000' });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config), new FastifyAdapter(), {
    preview: true,
    abortOnError: false,
    logger: ['error', 'fatal'],
  });
  setPrefix(app);
  const text = `${JSON.stringify(describeApi(app), null, 2)}\n`;
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
    return;
  }
  if (readFileSync(file, 'utf8') === text) return;
  process.stderr.write(
    'apps/api/openapi.json is not what the code says. Run: node apps/api/dist/openapi.js\n',
  );
  process.exitCode = 1;
}

await main();
