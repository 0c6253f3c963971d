import { businessDate, Clock } from '@accord/case-model';
import type { AlertView, RaiseAlertRequest } from '@accord/contracts';
import { Actor, AreaNotYours } from '@accord/http';
import { Database, IdempotentRequests } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { DutyRoster } from '../duty/duty-roster.service';
import { EmployersService } from '../employers/employers.service';
import { Alert } from './alert.entity';
import { AlertNotFound } from './alert.errors';
import { AlertRegister } from './alert-register.service';
import { AlertsStore } from './alerts.store';
import { GradingRulesService } from './grading-rules.service';

/** How trouble becomes an alert. */
@Injectable()
export class AlertIntake {
  constructor(
    private readonly database: Database,
    private readonly requests: IdempotentRequests,
    private readonly employers: EmployersService,
    private readonly roster: DutyRoster,
    private readonly grading: GradingRulesService,
    private readonly alerts: AlertsStore,
    private readonly register: AlertRegister,
    private readonly clock: Clock,
  ) {}

  /** Raises the alert once per key; a repeat answers with the alert that the first request raised, as it stands now. */
  raise(request: RaiseAlertRequest, key: string | null, actor: Actor): Promise<AlertView> {
    return this.database.within(actor, async (tx) => {
      if (!actor.may('alert.raise', request.areaCode)) throw new AreaNotYours('areaCode', request.areaCode);
      const newId = v7();
      const id = await this.requests.once(tx, { key, staffId: actor.id, request }, newId, () =>
        this.enter(tx, newId, request, actor),
      );
      const alert = await tx.findOneBy(Alert, { id });
      if (alert === null) throw new AlertNotFound(id);
      return this.register.view(tx, alert, actor);
    });
  }

  private async enter(tx: EntityManager, id: string, request: RaiseAlertRequest, by: Actor): Promise<void> {
    const at = this.clock.now();
    const rule = await this.grading.inForce(tx, at);
    const employer = await this.employers.named(tx, request.employer, request.areaCode);
    const onDuty = await this.roster.around(tx, request.areaCode);
    const { alertNo, postId } = await this.numbered(tx, request, at);
    await this.alerts.add(tx, Alert.raise(request, { id, alertNo, employer, postId, rule, onDuty }, by, at));
  }

  /** The alert's number, and the post whose area it lies in where a post's officer saw it. */
  private async numbered(
    tx: EntityManager,
    { areaCode, source }: RaiseAlertRequest,
    at: Date,
  ): Promise<{ alertNo: string; postId: string | null }> {
    const [row] = await tx.query<[{ alertNo: string; postId: string | null }]>(
      `SELECT next_alert_number($1, $2) AS "alertNo",
              (SELECT id FROM warning_posts WHERE $3 AND $1 ^@ area_code ORDER BY length(area_code) DESC, id LIMIT 1) AS "postId"`,
      [areaCode, Number(businessDate(at).slice(0, 4)), source === 'post'],
    );
    return row;
  }
}
