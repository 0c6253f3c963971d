import { Outbox } from '@accord/messaging';
import { Deadlines } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { Alert } from './alert.entity';
import { AlertTimelineLine } from './alert-timeline.entity';

/** The limit an alert waits for: until it is acknowledged, and then until it is verified. */
export const ANSWER_DEADLINE = 'alert.answer';

/** Loads alerts for a change and writes them with their timeline, their deadline and what they announced: all or nothing. */
@Injectable()
export class AlertsStore {
  /** The deadline that each alert came out of the database with. */
  private readonly waited = new WeakMap<Alert, Date | null>();

  constructor(
    private readonly outbox: Outbox,
    private readonly deadlines: Deadlines,
  ) {}

  /** Locks the alert until the transaction ends. */
  async findLocked(tx: EntityManager, where: FindOptionsWhere<Alert>): Promise<Alert | null> {
    const alert = await tx.findOne(Alert, { where, lock: { mode: 'pessimistic_write' } });
    if (alert !== null) this.waited.set(alert, alert.answerDueAt);
    return alert;
  }

  /** The alerts that are followed under this one, locked in the order that everybody keeps. */
  findJoinedTo(tx: EntityManager, leadId: string): Promise<Alert[]> {
    return tx.find(Alert, { where: { joinedInto: leadId }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  }

  /** Locks several alerts in the one order that everybody keeps, so that two who want the same ones cannot wait for each other. */
  async lockTogether(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.query('SELECT 1 FROM alerts WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids]);
  }

  async add(tx: EntityManager, alert: Alert): Promise<void> {
    await this.outbox.add(tx, alert);
    await tx.insert(AlertTimelineLine, alert.takeLines());
    await this.keepDeadline(tx, alert);
  }

  /** The same for many that were never in the database: two statements for all rows and lines, one each for what was announced. */
  async addAll(tx: EntityManager, alerts: readonly Alert[]): Promise<void> {
    await tx.insert(Alert, [...alerts]);
    await tx.insert(
      AlertTimelineLine,
      alerts.flatMap((alert) => alert.takeLines()),
    );
    for (const alert of alerts) {
      await this.keepDeadline(tx, alert);
      await this.outbox.announce(tx, alert);
    }
  }

  /** One statement for the row and its new lines, one for what was announced; more only where a limit began or ended. */
  async write(tx: EntityManager, alert: Alert): Promise<void> {
    await tx.query(writeStatement(tx), [alert.id, JSON.stringify(changeable(tx, alert)), JSON.stringify(alert.takeLines())]);
    await this.keepDeadline(tx, alert);
    await this.outbox.announce(tx, alert);
  }

  private async keepDeadline(tx: EntityManager, alert: Alert): Promise<void> {
    const { id: aggregateId, answerDueAt } = alert;
    if (answerDueAt?.getTime() === this.waited.get(alert)?.getTime()) return;
    this.waited.set(alert, answerDueAt);
    if (answerDueAt === null) await this.deadlines.cancel(tx, aggregateId, ANSWER_DEADLINE);
    else await this.deadlines.set(tx, { aggregateId, kind: ANSWER_DEADLINE, dueAt: answerDueAt });
  }
}

function changeableColumns(tx: EntityManager) {
  return tx.dataSource.getMetadata(Alert).columns.filter(({ isUpdate, isPrimary }) => isUpdate && !isPrimary);
}

function changeable(tx: EntityManager, alert: Alert): Record<string, unknown> {
  return Object.fromEntries(changeableColumns(tx).map((column) => [column.databaseName, column.getEntityValue(alert)]));
}

let statement: string | undefined;

function writeStatement(tx: EntityManager): string {
  const names = changeableColumns(tx)
    .map(({ databaseName }) => databaseName)
    .join(', ');
  statement ??= `
    WITH written AS (
      UPDATE alerts SET (${names}) = (SELECT ${names} FROM jsonb_populate_record(NULL::alerts, $2::jsonb)) WHERE id = $1
    )
    INSERT INTO alert_timeline (alert_id, at, what, actor, text)
    SELECT $1, at, what, actor, text FROM jsonb_to_recordset($3::jsonb) AS line(at timestamptz, what text, actor text, text jsonb)`;
  return statement;
}
