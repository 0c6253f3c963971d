import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { Deadlines } from './deadlines';
import { type Deadline, OnDeadline } from './on-deadline';

/** Stands in for a service's own tables: alerts that are acknowledged or climb, and what was done about each. */
export class CreateAlertLedger1763803700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE alerts (id uuid PRIMARY KEY, acknowledged boolean NOT NULL DEFAULT false, step int NOT NULL DEFAULT 0);
      CREATE TABLE ledger (deadline_id uuid NOT NULL, alert_id uuid NOT NULL, act text NOT NULL)
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE alerts, ledger');
  }
}

/** What may go wrong or be slow in a handler, as a test sets it. */
@Injectable()
export class Weather {
  failing = new Set<string>();
  /** The alerts whose expiry was looked at to the end. */
  lookedAt: string[] = [];
  /** Called between the handler's first write and its end. */
  midway: (deadline: Deadline, tx: EntityManager) => Promise<void> = async () => undefined;
}

/** Three handlers as services write them: one that only records, one that climbs a ladder, one that looks at its alert first. */
@Injectable()
export class AlertWatch {
  constructor(
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(Weather) private readonly weather: Weather,
  ) {}

  @OnDeadline('alert.acknowledge')
  async remind(deadline: Deadline, tx: EntityManager): Promise<void> {
    await this.record(tx, deadline, 'reminded');
    await this.weather.midway(deadline, tx);
    if (this.weather.failing.has(deadline.aggregateId)) throw new TypeError('the ladder has no next step');
  }

  @OnDeadline('alert.climb')
  async climb(deadline: Deadline<{ step: number }>, tx: EntityManager): Promise<void> {
    const { step } = deadline.payload;
    await this.record(tx, deadline, `climbed to ${step}`);
    if (step === 3) return;
    const dueAt = new Date(deadline.dueAt.getTime() + 3_600_000);
    await this.deadlines.set(tx, { aggregateId: deadline.aggregateId, kind: deadline.kind, dueAt, payload: { step: step + 1 } });
  }

  @OnDeadline('alert.expire')
  async expire(deadline: Deadline, tx: EntityManager): Promise<void> {
    await this.weather.midway(deadline, tx);
    const [alert] = await tx.query('SELECT acknowledged FROM alerts WHERE id = $1 FOR UPDATE', [deadline.aggregateId]);
    if (!alert.acknowledged) await this.record(tx, deadline, 'expired');
    this.weather.lookedAt.push(deadline.aggregateId);
  }

  private async record(tx: EntityManager, { id, aggregateId }: Deadline<unknown>, act: string): Promise<void> {
    await tx.query('INSERT INTO ledger (deadline_id, alert_id, act) VALUES ($1, $2, $3)', [id, aggregateId, act]);
  }
}
