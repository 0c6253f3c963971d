import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AreaNode } from '@accord/contracts';
import { anAdministrator, aRunningGateway, type RunningGateway } from '../running-gateway.builder';

let gateway: RunningGateway;
let token: string;

beforeAll(async () => {
  gateway = await aRunningGateway();
  ({ token } = await anAdministrator(gateway));
});

afterAll(() => gateway.close());

const ask = async (path: string): Promise<AreaNode[]> => (await (await gateway.ask(path, { token })).json()) as AreaNode[];
const names = (nodes: AreaNode[]): string[] => nodes.map(({ name }) => name);

describe('the areas', () => {
  it('begin with the city', async () => {
    expect(await ask('/api/areas')).toEqual([{ code: '3205', name: '苏州市', level: 'city' }]);
  });

  it('list what lies directly below one', async () => {
    const districts = await ask('/api/areas?parent=3205');

    expect(districts).toHaveLength(10);
    expect(names(districts)).toContain('虎丘区');
  });

  it('tell the way from the city down to a village', async () => {
    const [town] = await ask('/api/areas?parent=320505');
    const [village] = await ask(`/api/areas?parent=${town?.code}`);

    const path = await ask(`/api/areas/${village?.code}/path`);

    expect(path.map(({ level }) => level)).toEqual(['city', 'district', 'town', 'village']);
    expect(path.at(-1)).toEqual(village);
  });

  it.each(['虎丘', 'huqiu', 'hqq', 'HQQ'])('are found by %s', async (text) => {
    expect(names(await ask(`/api/areas?q=${encodeURIComponent(text)}`))).toContain('虎丘区');
  });

  it.each([
    ['/api/areas/3299/path', 404, 'AREA_NOT_FOUND'],
    ['/api/areas?parent=3299', 404, 'AREA_NOT_FOUND'],
    ['/api/areas/suzhou/path', 422, 'INVALID_INPUT'],
    ['/api/areas?near=me', 422, 'INVALID_INPUT'],
  ])('refuse %s', async (path, status, code) => {
    const answer = await gateway.ask(path, { token });

    expect([answer.status, await answer.json()]).toMatchObject([status, { code }]);
  });

  it('are for those who are signed in', async () => {
    expect((await gateway.ask('/api/areas')).status).toBe(401);
  });
});
