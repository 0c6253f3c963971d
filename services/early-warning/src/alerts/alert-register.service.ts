import type { AlertQuery, AlertSummary, AlertView, Page } from '@accord/contracts';
import { Actor } from '@accord/http';
import { Database } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Alert } from './alert.entity';
import { AlertNotFound } from './alert.errors';
import { OPEN_STATES } from './alert.lifecycle';
import { AlertTimelineLine } from './alert-timeline.entity';
import { summarise, viewOf } from './alert.view';
import { alertsAsked, countOf, cursorAfter, positionOf } from './alerts.query';

/** Shows alerts: one with all that is known of it, and lists. */
@Injectable()
export class AlertRegister {
  constructor(private readonly database: Database) {}

  get(id: string, actor: Actor): Promise<AlertView> {
    return this.database.within(actor, async (tx) => {
      const alert = await tx.findOneBy(Alert, { id });
      if (alert === null) throw new AlertNotFound(id);
      return this.view(tx, alert, actor);
    });
  }

  /** Newest first. */
  list(query: AlertQuery, actor: Actor): Promise<Page<AlertSummary>> {
    return this.database.look(actor, async (tx) => {
      const asked = alertsAsked(tx, query, actor);
      const total = await countOf(asked);
      if (query.cursor !== undefined) asked.andWhere('(alert.raisedAt, alert.id) < (:at, :id)', positionOf(query.cursor));
      const found = await asked
        .orderBy('alert.raisedAt', 'DESC')
        .addOrderBy('alert.id', 'DESC')
        .limit(query.limit + 1)
        .getMany();
      const items = found.slice(0, query.limit);
      return { items: items.map(summarise), next: found.length > items.length ? cursorAfter(items.at(-1)) : null, total };
    });
  }

  /** Two queries beside the alert itself: its timeline, and what may tell of the same trouble. */
  async view(tx: EntityManager, alert: Alert, actor: Actor): Promise<AlertView> {
    const timeline = await tx.find(AlertTimelineLine, { where: { alertId: alert.id }, order: { at: 'ASC', line: 'ASC' } });
    return viewOf(alert, { timeline, duplicates: await this.duplicatesOf(tx, alert) }, actor);
  }

  /** Open alerts about the same employer, by id or by name, as close in time as the grading rule of this alert says. */
  private duplicatesOf(tx: EntityManager, { id, employerId, employerKey, raisedAt, grading }: Alert): Promise<Alert[]> {
    return tx
      .createQueryBuilder(Alert, 'alert')
      .where('(alert.employerId = :employerId OR alert.employerKey = :employerKey)', { employerId, employerKey })
      .andWhere('alert.id <> :id', { id })
      .andWhere('alert.state IN (:...open)', { open: OPEN_STATES })
      .andWhere(
        `alert.raisedAt BETWEEN CAST(:raisedAt AS timestamptz) - ${WINDOW} AND CAST(:raisedAt AS timestamptz) + ${WINDOW}`,
        {
          raisedAt,
          version: grading.ruleVersion,
        },
      )
      .orderBy('alert.raisedAt', 'DESC')
      .limit(MOST_DUPLICATES)
      .getMany();
  }
}

const WINDOW = `(SELECT make_interval(hours => CAST(rules->>'duplicatesWithinHours' AS int)) FROM grading_rules WHERE version = :version)`;
const MOST_DUPLICATES = 20;
