import { SettableClock } from '@accord/case-model';
import type { Grant } from '@accord/contracts';
import { Actor } from '@accord/http';
import { Database, migrate } from '@accord/postgres';
import { createTestDatabase } from '@accord/testing';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { IndicatorFigures } from '../indicators/indicator-figures';
import { IndicatorsService } from '../indicators/indicators.service';
import { supervision } from '../supervision.service-definition';
import type { AlertEvent } from './alert-facts.entity';
import type { CaseEvent } from './case-facts.entity';
import { KeepAlertFacts } from './keep-alert-facts';
import { KeepCaseFacts } from './keep-case-facts';

/** Supervision on a real database of its own, without HTTP and without a log. Close it at the end. */
export class SupervisionOnPostgres {
  readonly clock = new SettableClock(new Date('2026-06-30T04:00:00Z'));
  readonly database: Database;
  readonly indicators: IndicatorsService;
  private readonly alerts = new KeepAlertFacts();
  private readonly cases = new KeepCaseFacts();

  private constructor(
    readonly app: DataSource,
    readonly worker: DataSource,
    readonly drop: () => Promise<void>,
  ) {
    this.database = new Database(app, worker);
    this.indicators = new IndicatorsService(this.database, new IndicatorFigures(), this.clock);
  }

  static async open(): Promise<SupervisionOnPostgres> {
    const database = await createTestDatabase('supervision');
    await migrate(database.DATABASE_OWNER_URL, supervision.migrations);
    const connect = (url: string) => new DataSource({ type: 'postgres', url, entities: supervision.entities }).initialize();
    return new SupervisionOnPostgres(
      await connect(database.DATABASE_URL),
      await connect(database.DATABASE_WORKER_URL),
      database.drop,
    );
  }

  hear(...events: (AlertEvent | CaseEvent)[]): Promise<void> {
    return this.database.asService(async (tx) => {
      for (const event of events) {
        if (event.type.startsWith('early-warning.')) await this.alerts.handle(event as AlertEvent, tx);
        else await this.cases.handle(event as CaseEvent, tx);
      }
    });
  }

  async close(): Promise<void> {
    await this.app.destroy();
    await this.worker.destroy();
    await this.drop();
  }
}

/** A supervisor of these areas, as the access guard admits them. */
export function aSupervisorOf(...areas: string[]): Actor {
  const grants: Grant[] = areas.map((areaCode) => ({ role: 'supervisor', areaCode, bodyId: null }));
  return new Actor(v7(), '周敏', grants).under('indicator.read');
}
