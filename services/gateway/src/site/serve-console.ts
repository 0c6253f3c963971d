import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>和鸣 Accord</title>
<h1>和鸣 Accord</h1><p>控制台尚未构建。/ The console is not built yet.</p>
<pre>npx nx build console</pre><p>然后重启，或设置 CONSOLE_DIR。/ Then start again, or set CONSOLE_DIR.</p>
<p><a href="/api/docs">API</a></p></html>`;

/** Serves the console at every address that is not the API's: its files where there are such, its page everywhere else. */
export async function serveConsole(app: NestFastifyApplication, consoleDir: string | undefined): Promise<void> {
  const root = consoleDir === undefined ? undefined : resolve(consoleDir);
  const built = root !== undefined && existsSync(join(root, 'index.html'));
  await app.register(fastifyStatic, {
    root: built ? root : process.cwd(),
    serve: false,
    preCompressed: built,
    cacheControl: false,
  });
  const site = app.getHttpAdapter().getInstance();
  site.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const path = decodeURIComponent(request.url.split('?', 1)[0] ?? '/');
    if (path === '/api' || path.startsWith('/api/') || path.includes('..')) return reply.callNotFound();
    if (!built) return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(NOT_BUILT);
    return isFile(path) ? sendFile(reply, path) : reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

function isFile(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).includes('.');
}

/** The build puts a hash of the content into the names under assets/, so what they hold never changes. */
function sendFile(reply: FastifyReply, path: string): FastifyReply {
  const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  return reply.header('cache-control', cache).sendFile(path.slice(1));
}
