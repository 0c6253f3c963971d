import { Public } from '@accord/http';
import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { GatewayRequest } from '../session/current-session';
import { ApiDocs } from './api-docs';
import { DOCS_PAGE, DOCS_START, SWAGGER_UI_FILES, SWAGGER_UI_FOLDER } from './docs-page';

const UiFile = z.enum(SWAGGER_UI_FILES);

@ApiExcludeController()
@Controller('docs')
export class DocsController {
  constructor(private readonly docs: ApiDocs) {}

  /** A page for people, the document for programs. */
  @Get()
  @Public()
  async show(@Req() request: GatewayRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | OpenAPIObject> {
    if (!String(request.headers.accept ?? '').includes('text/html')) return this.docs.document();
    void reply.type('text/html; charset=utf-8');
    return DOCS_PAGE;
  }

  @Get('openapi.json')
  @Public()
  document(): Promise<OpenAPIObject> {
    return this.docs.document();
  }

  @Get('ui/start.js')
  @Public()
  @Header('content-type', 'text/javascript; charset=utf-8')
  start(): string {
    return DOCS_START;
  }

  @Get('ui/:file')
  @Public()
  file(@Param('file', { schema: UiFile }) file: z.infer<typeof UiFile>, @Res() reply: FastifyReply): void {
    void reply.header('cache-control', 'public, max-age=86400').sendFile(file, SWAGGER_UI_FOLDER);
  }
}
