import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { problemCodes } from '@gonggo/contract';
import { Public } from '../http/access.ts';
import { notFound } from '../problem/problem.ts';
import { problemTitles } from '../problem/problem-titles.ts';

const documentFile = new URL('../../../openapi.json', import.meta.url);
const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** Swagger UI styles elements itself; nothing is loaded from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gonggo API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<div id="ui"></div>
<script src="/api/docs/swagger-ui-bundle.js" defer></script>
<script src="/api/docs/begin.js" defer></script>
</html>
`;

const begin = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#ui', deepLinking: true, validatorUrl: null });\n`;

const types: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** The API's description of itself. */
@ApiExcludeController()
@Controller('api')
export class DocsController {
  private document: string | null = null;

  @Public()
  @Get('openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', 'public, no-cache')
  @Header('access-control-allow-origin', '*')
  openapi(): string {
    return (this.document ??= readFileSync(documentFile, 'utf8'));
  }

  @Public()
  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', policy)
  page(): string {
    return page;
  }

  @Public()
  @Get('docs/:asset')
  asset(@Param('asset') asset: string): StreamableFile {
    if (asset === 'begin.js')
      return new StreamableFile(Buffer.from(begin), { type: 'text/javascript; charset=utf-8' });
    const type = Object.hasOwn(types, asset) ? types[asset] : undefined;
    if (!type) throw notFound('such file');
    return new StreamableFile(createReadStream(join(assets, asset)), { type });
  }

  /** Where a problem's `type` leads: its codes, one a line. */
  @Public()
  @Get('problems')
  @Header('content-type', 'text/plain; charset=utf-8')
  problems(): string {
    return problemCodes.map((code) => `${code}: ${problemTitles[code]}\n`).join('');
  }
}
