import type { PoolClient } from 'pg';
import { type Parking, putAside } from './parked-records';
import { lockPosition, movePosition } from './positions';

/**
 * Puts an event aside and blocks its aggregate behind it, in the caller's transaction. False where it had been taken or put
 * aside before. An event whose place nobody knows blocks nothing.
 */
export async function parkEvent(db: PoolClient, consumer: string, parking: Parking): Promise<boolean> {
  const { heard } = parking;
  const { version } = heard;
  if (version === null) return (await putAside(db, consumer, [parking])) > 0;

  const place = { consumer, topic: heard.record.topic, aggregateId: heard.aggregateId };
  const position = await lockPosition(db, place);
  if (version <= position.version) return false;

  const added = await putAside(db, consumer, [parking]);
  if (position.state !== 'parked') {
    const state = version === position.version + 1 ? 'parked' : 'holding';
    await movePosition(db, place, { version: position.version, state });
  }
  return added > 0;
}
