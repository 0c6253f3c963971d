import { createHash } from 'node:crypto';
import { DomainError } from '@accord/case-model';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface RequestOnce {
  /** The `Idempotency-Key` header; null when the client sent none. */
  key: string | null;
  staffId: string;
  /** What was asked; a repeat must ask the same. */
  request: unknown;
}

/** Makes a repeated creating request answer with what the first one created, also when both arrive at once. */
@Injectable()
export class IdempotentRequests {
  /**
   * Runs `create` once per key in the caller's transaction and returns the id of what was created; a repeat returns
   * the same id without running it. `newId` is the id that `create` must use.
   */
  async once(
    tx: EntityManager,
    { key, staffId, request }: RequestOnce,
    newId: string,
    create: () => Promise<void>,
  ): Promise<string> {
    if (key === null) {
      await create();
      return newId;
    }
    const hash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
    const [mine] = await tx.query(
      `INSERT INTO idempotent_requests (staff_id, key, request_hash, result_id) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT idempotent_requests_once DO NOTHING RETURNING result_id`,
      [staffId, key, hash, newId],
    );
    if (mine !== undefined) {
      await create();
      return newId;
    }
    const [earlier] = await tx.query('SELECT request_hash, result_id FROM idempotent_requests WHERE staff_id = $1 AND key = $2', [
      staffId,
      key,
    ]);
    if (earlier.request_hash !== hash) throw new IdempotencyKeyReused(key);
    return earlier.result_id;
  }
}

/** The same `Idempotency-Key` came with another request; a client must draw a new key for a new act. */
export class IdempotencyKeyReused extends DomainError {
  readonly code = 'IDEMPOTENCY_KEY_REUSED';
  readonly kind = 'invalid';
  override readonly field = 'Idempotency-Key';

  constructor(key: string) {
    super(
      {
        zh: '同一个请求编号已用于另一项内容，请重新提交。',
        en: 'This Idempotency-Key was used for a different request; draw a new one.',
      },
      { key },
    );
  }
}
