import { generateKeyPairSync } from 'node:crypto';
import type { Problem } from '@accord/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { signAccessToken } from './access-token';
import type { Actor } from './actor';
import { Allow, Public } from './allow';
import { requireEveryRouteGuarded } from './guarded-routes';
import { HttpModule } from './http.module';
import { IdParam } from './id-param';
import { withLanguage } from './language';
import { CurrentUser, languageOf } from './request';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const publicJwk = JSON.stringify(publicKey.export({ format: 'jwk' }));
const privateJwk = JSON.stringify(privateKey.export({ format: 'jwk' }));
const STAFF = { id: '0198b2c4-0000-7000-8000-000000000001', name: '钱慧敏' };

const Note = z.strictObject({
  words: z.string().max(10),
  people: z.array(z.strictObject({ age: z.int().min(1).max(150) })).default([]),
});

@Controller('notes')
class NotesController {
  @Get('open')
  @Public()
  open(): { ok: boolean } {
    return { ok: true };
  }

  @Get(':id')
  @Allow('case.read')
  read(@IdParam() id: string, @CurrentUser() user: Actor): { id: string; areas: readonly string[] } {
    return { id, areas: user.areas };
  }

  @Post()
  @Allow('case.read')
  write(@Body({ schema: Note }) note: z.infer<typeof Note>): z.infer<typeof Note> {
    return note;
  }

  @Get('broken/now')
  @Public()
  broken(): never {
    throw new TypeError('a fault of ours with a secret in it');
  }
}

@Controller('forgotten')
class ForgottenController {
  @Get()
  all(): string {
    return 'anyone';
  }
}

let app: NestFastifyApplication;
let address = '';

async function start(controllers: (new () => object)[]): Promise<NestFastifyApplication> {
  @Module({ imports: [HttpModule.forRoot({ publicJwk })], controllers })
  class TestModule {}
  const started = await NestFactory.create<NestFastifyApplication>(TestModule, new FastifyAdapter({ bodyLimit: 2000 }), {
    logger: false,
  });
  started
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => withLanguage(languageOf(request), done));
  return started;
}

beforeAll(async () => {
  app = await start([NotesController]);
  await app.listen(0, '127.0.0.1');
  address = await app.getUrl();
});

afterAll(() => app?.close());

const tokenFor = (role: 'mediator' | 'post_officer', areaCode = '320505'): Promise<string> =>
  signAccessToken(privateJwk, { ...STAFF, grants: [{ role, areaCode, bodyId: null }] });

async function ask(
  path: string,
  init: RequestInit & { token?: string; language?: string } = {},
): Promise<{ status: number; type: string | null; body: Problem }> {
  const headers = {
    'accept-language': init.language ?? 'en',
    ...(init.token === undefined ? {} : { authorization: `Bearer ${init.token}` }),
    ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const response = await fetch(`${address}${path}`, { ...init, headers });
  return { status: response.status, type: response.headers.get('content-type'), body: (await response.json()) as Problem };
}

describe('a route', () => {
  it('that names no guard keeps the service from booting', async () => {
    const unguarded = await start([NotesController, ForgottenController]);

    expect(() => requireEveryRouteGuarded(unguarded)).toThrow('ForgottenController.all');
    expect(() => requireEveryRouteGuarded(app)).not.toThrow();
    await unguarded.close();
  });

  it('asks who is there, without a token and with a forged one', async () => {
    const forged = (await tokenFor('mediator')).replace(/.{6}$/, 'AAAAAA');

    expect(await ask('/notes/0198b2c4-0000-7000-8000-000000000009')).toMatchObject({
      status: 401,
      body: { code: 'SIGN_IN_REQUIRED' },
    });
    expect(await ask('/notes/0198b2c4-0000-7000-8000-000000000009', { token: forged })).toMatchObject({ status: 401 });
  });

  it('refuses a person who holds its permission nowhere', async () => {
    const refused = await ask('/notes/0198b2c4-0000-7000-8000-000000000009', { token: await tokenFor('post_officer') });

    expect(refused).toMatchObject({
      status: 403,
      type: expect.stringContaining('application/problem+json'),
      body: { code: 'PERMISSION_MISSING' },
    });
  });

  it('knows the areas in which its permission is held', async () => {
    const answer = await ask('/notes/0198b2c4-0000-7000-8000-000000000009', { token: await tokenFor('mediator', '320505002') });

    expect(answer.body).toMatchObject({ areas: ['320505002'] });
  });
});

describe('input that is wrong', () => {
  it('is refused with each field named, in English', async () => {
    const { status, body } = await ask('/notes', {
      method: 'POST',
      token: await tokenFor('mediator'),
      body: JSON.stringify({ words: 'far too many words', people: [{ age: 0 }], extra: 1 }),
    });

    expect(status).toBe(422);
    expect(body.errors?.map(({ field }) => field).sort()).toEqual(['extra', 'people.0.age', 'words']);
  });

  it('is refused in Chinese to a Chinese reader', async () => {
    const { body } = await ask('/notes', {
      method: 'POST',
      token: await tokenFor('mediator'),
      body: JSON.stringify({ words: 1 }),
      language: 'zh-CN',
    });

    expect(body).toMatchObject({ code: 'INVALID_INPUT', title: '填写的内容有误，请按提示修改。' });
    expect(body.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('names the parameter that is no id', async () => {
    expect((await ask('/notes/17', { token: await tokenFor('mediator') })).body.errors).toMatchObject([{ field: 'id' }]);
  });

  it('is refused when its JSON is broken, and when it is too large', async () => {
    const token = await tokenFor('mediator');

    expect(await ask('/notes', { method: 'POST', token, body: '{"words":' })).toMatchObject({
      status: 400,
      body: { code: 'MALFORMED_REQUEST' },
    });
    expect(await ask('/notes', { method: 'POST', token, body: JSON.stringify({ words: 'x'.repeat(3000) }) })).toMatchObject({
      status: 413,
      body: { code: 'TOO_LARGE' },
    });
  });
});

describe('a fault of ours', () => {
  it('shows no stack and no message of the exception', async () => {
    const answer = await ask('/notes/broken/now');

    expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL' } });
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|TypeError|at /);
  });

  it('is not an address that does not exist', async () => {
    expect(await ask('/nowhere')).toMatchObject({ status: 404, body: { code: 'NO_SUCH_ROUTE' } });
  });
});
