import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { aRunningGateway, type RunningGateway } from '../running-gateway.builder';
import { Upstream } from '../routing/upstream.builder';

const disputes = new Upstream();
let gateway: RunningGateway;

beforeAll(async () => {
  await disputes.start();
  disputes.document = {
    openapi: '3.1.0',
    paths: {
      '/api/disputes/cases': {
        get: { operationId: 'list', responses: { 200: { content: { x: { schema: { $ref: '#/components/schemas/Case' } } } } } },
      },
    },
    components: { schemas: { Case: { type: 'object' } } },
  };
  gateway = await aRunningGateway({ SERVICE_URLS: JSON.stringify({ disputes: disputes.url, worklist: 'http://127.0.0.1:9' }) });
});

afterAll(async () => {
  await gateway.close();
  await disputes.stop();
});

describe('the documents of the interface', () => {
  it('are one OpenAPI 3.1 document of all services, under names that do not collide', async () => {
    const document = (await (await gateway.ask('/api/docs')).json()) as OpenAPIObject;

    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/disputes/cases']?.get).toMatchObject({
      operationId: 'disputes.list',
      tags: ['disputes'],
      responses: { 200: { content: { x: { schema: { $ref: '#/components/schemas/disputes.Case' } } } } },
    });
    expect(document.components?.schemas).toHaveProperty(['disputes.Case']);
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/session', '/api/staff', '/api/areas', '/api/live', '/api/parked']),
    );
  });

  it('name a service that is away', async () => {
    const document = (await (await gateway.ask('/api/docs/openapi.json')).json()) as OpenAPIObject;

    expect(document.info.description).toContain('missing here: worklist');
  });

  it('are a page for people, all of it from here', async () => {
    const page = await gateway.ask('/api/docs', { headers: { accept: 'text/html' } });
    const files = ['swagger-ui.css', 'swagger-ui-bundle.js', 'start.js'];
    const parts = await Promise.all(files.map(async (file) => (await gateway.ask(`/api/docs/ui/${file}`)).text()));

    expect(await page.text()).not.toMatch(/https?:\/\//);
    expect(parts[0]).toContain('.swagger-ui');
    expect(parts[1]).toContain('SwaggerUIBundle');
    expect(parts[2]).toContain('/api/docs/openapi.json');
    expect((await gateway.ask('/api/docs/ui/package.json')).status).toBe(422);
  });
});
