import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { AreaScope } from './area-scope';
import { WORKER_DATA_SOURCE } from './worker-data-source';

/** The service's database, opened for somebody's areas or for the service itself. There is no third way in. */
@Injectable()
export class Database {
  constructor(
    @InjectDataSource() private readonly app: DataSource,
    @InjectDataSource(WORKER_DATA_SOURCE) private readonly worker: DataSource,
  ) {}

  /** One transaction that sees only the rows of these areas; rows elsewhere do not exist for it. */
  within<Result>(scope: AreaScope, work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    return this.app.transaction(async (tx) => {
      await tx.query("SELECT set_config('accord.areas', $1, true)", [scope.areas.join(',')]);
      return work(tx);
    });
  }

  /** Like {@link within} for reading only, with one picture of the data throughout: a list and its count agree. */
  look<Result>(scope: AreaScope, work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    return this.app.transaction('REPEATABLE READ', async (tx) => {
      await tx.query("SELECT set_config('accord.areas', $1, true)", [scope.areas.join(',')]);
      return work(tx);
    });
  }

  /** One transaction of the service's own (events, deadlines, imports): it sees every area. */
  asService<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    return this.worker.transaction(work);
  }
}
