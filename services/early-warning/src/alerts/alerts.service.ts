import { Clock } from '@accord/case-model';
import type {
  AlertView,
  EscalateAlertRequest,
  JoinAlertRequest,
  RegradeAlertRequest,
  StandDownAlertRequest,
  VerifyAlertRequest,
} from '@accord/contracts';
import { Actor, type Permission, PermissionMissing } from '@accord/http';
import { Database } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Alert } from './alert.entity';
import { AlertNotFound, LeadAlertUnfit } from './alert.errors';
import { AlertRegister } from './alert-register.service';
import { AlertsStore } from './alerts.store';
import { GradingRulesService } from './grading-rules.service';

/** What people do with an alert that has been raised. */
@Injectable()
export class AlertsService {
  constructor(
    private readonly database: Database,
    private readonly alerts: AlertsStore,
    private readonly register: AlertRegister,
    private readonly grading: GradingRulesService,
    private readonly clock: Clock,
  ) {}

  acknowledge(id: string, actor: Actor): Promise<AlertView> {
    return this.change(id, 'alert.acknowledge', actor, (alert, at) => alert.acknowledge(actor, at));
  }

  verify(id: string, request: VerifyAlertRequest, actor: Actor): Promise<AlertView> {
    return this.change(id, 'alert.verify', actor, async (alert, at, tx) => {
      alert.verify(request, await this.grading.inForce(tx, at), actor, at);
    });
  }

  escalate(id: string, { note }: EscalateAlertRequest, actor: Actor): Promise<AlertView> {
    return this.change(id, 'alert.escalate', actor, (alert, at) => alert.escalate(note, actor, at));
  }

  standDown(id: string, request: StandDownAlertRequest, actor: Actor): Promise<AlertView> {
    return this.change(id, 'alert.stand-down', actor, (alert, at) => alert.standDown(request, actor, at));
  }

  regrade(id: string, request: RegradeAlertRequest, actor: Actor): Promise<AlertView> {
    return this.change(id, 'alert.regrade', actor, async (alert, at, tx) => {
      alert.regrade(request, await this.grading.inForce(tx, at), actor, at);
    });
  }

  join(id: string, { leadAlertId }: JoinAlertRequest, actor: Actor): Promise<AlertView> {
    const takeBoth = async (alert: Alert, at: Date, tx: EntityManager): Promise<void> => {
      const lead = leadAlertId === id ? alert : await this.alerts.findLocked(tx, { id: leadAlertId });
      if (lead === null) throw new LeadAlertUnfit(leadAlertId, 'unknown');
      alert.join(lead, actor, at);
      await this.alerts.write(tx, lead);
    };
    return this.change(id, 'alert.join', actor, takeBoth, [id, leadAlertId]);
  }

  /** Locks the alert, lets it decide, and writes it with what it announced: all or nothing. */
  private change(
    id: string,
    permission: Permission,
    actor: Actor,
    decide: (alert: Alert, at: Date, tx: EntityManager) => Promise<void> | void,
    together: readonly string[] = [],
  ): Promise<AlertView> {
    return this.database.within(actor.under('alert.read'), async (tx) => {
      if (together.length > 0) await this.alerts.lockTogether(tx, together);
      const alert = await this.alerts.findLocked(tx, { id });
      if (alert === null) throw new AlertNotFound(id);
      if (!actor.may(permission, alert.areaCode)) throw new PermissionMissing(permission);
      await decide(alert, this.clock.now(), tx);
      await this.alerts.write(tx, alert);
      return this.register.view(tx, alert, actor);
    });
  }
}
