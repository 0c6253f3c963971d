import { describe, expect, it } from '@jest/globals';
import { Wake } from './wake';

const FOR_EVER = 2 ** 30;

describe('waiting for a ring', () => {
  it('ends with the ring', async () => {
    const wake = new Wake();

    const waiting = wake.within(FOR_EVER);
    wake.ring();

    await expect(waiting).resolves.toBeUndefined();
  });

  it('ends at once when it rang before', async () => {
    const wake = new Wake();
    wake.ring();
    wake.ring();

    await expect(wake.within(FOR_EVER)).resolves.toBeUndefined();
  });

  it('ends without a ring when its time is over', async () => {
    await expect(new Wake().within(1)).resolves.toBeUndefined();
  });
});
