import { Inject, Injectable } from '@nestjs/common';
import type { Announcing } from '@accord/case-model';
import type { EntityManager, QueryRunner } from 'typeorm';
import { EventCatalog } from '../catalog';
import { announcedEvent } from './announced-event';
import { CommitBell } from './commit-bell';
import { recordEvents } from './record-events';
import { UnitOfWork } from './unit-of-work';

/** Writes an entity together with what it announced, in the caller's transaction: both or neither. */
@Injectable()
export class Outbox {
  constructor(
    @Inject(EventCatalog) private readonly catalog: EventCatalog,
    @Inject(CommitBell) private readonly bell: CommitBell,
  ) {}

  /** For an entity that was loaded in `tx`; its row is updated where it changed. */
  async save(tx: EntityManager, entity: Announcing): Promise<void> {
    const runner = transactionOf(tx);
    await tx.save(entity, { transaction: false });
    await this.record(runner, entity);
  }

  /** For a new entity: one INSERT and no look-up, which takes half the time of `save`. A second one of the same id is refused. */
  async add(tx: EntityManager, entity: Announcing): Promise<void> {
    const runner = transactionOf(tx);
    await tx.insert(entity.constructor as new () => Announcing, entity);
    await this.record(runner, entity);
  }

  /** For an entity whose rows were written in `tx` by other means: records only what it announced. */
  async announce(tx: EntityManager, entity: Announcing): Promise<void> {
    await this.record(transactionOf(tx), entity);
  }

  private async record(runner: QueryRunner, entity: Announcing): Promise<void> {
    const events = entity.takeAnnouncements().map((announcement) => announcedEvent(announcement, this.catalog));
    if (events.length === 0) return;

    const unit = UnitOfWork.of(runner);
    if (unit) {
      unit.collect(events);
      return;
    }
    await recordEvents(runner, events);
    this.bell.ringAfterCommit(runner, events);
  }
}

function transactionOf(tx: EntityManager): QueryRunner {
  if (!tx.queryRunner?.isTransactionActive) {
    throw new Error('The outbox works inside a transaction only: pass the EntityManager that `dataSource.transaction` gave you.');
  }
  return tx.queryRunner;
}
