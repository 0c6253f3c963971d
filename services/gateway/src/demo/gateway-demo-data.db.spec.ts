import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { aRunningGateway, type RunningGateway } from '../running-gateway.builder';
import { GatewayDemoData } from './gateway-demo-data';

const FOLDER = fileURLToPath(new URL('../../../../deploy/demo', import.meta.url));
let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await aRunningGateway({ DEMO_DATA: FOLDER, DEMO_PASSWORD: 'accord-demo' });
});

afterAll(() => gateway.close());

describe('the demo', () => {
  it.each(['post', 'duty', 'chair', 'mediator', 'supervisor', 'admin'])(
    'lets %s in with the password that the start prints',
    async (username) => {
      expect(await gateway.signIn(username, 'accord-demo')).toMatchObject({ staff: { username }, mustChangePassword: false });
    },
  );

  it('is loaded once', async () => {
    const { token } = await gateway.signIn('admin', 'accord-demo');
    const before = (await (await gateway.ask('/api/staff?limit=1', { token })).json()) as { total: number };

    await gateway.app.get(GatewayDemoData).load(FOLDER);

    const after = (await (await gateway.ask('/api/staff?limit=1', { token })).json()) as { total: number };
    expect(before.total).toBeGreaterThan(100);
    expect(after.total).toBe(before.total);
  });
});
