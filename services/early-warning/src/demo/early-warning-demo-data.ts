import { businessDate, Clock, known, SettableClock, startOfBusinessDay } from '@accord/case-model';
import type { StaffRef } from '@accord/contracts';
import { Database } from '@accord/postgres';
import type { DemoData } from '@accord/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v5 } from 'uuid';
import { Alert } from '../alerts/alert.entity';
import { AlertsStore } from '../alerts/alerts.store';
import type { GradingInForce } from '../alerts/grading.rules';
import { GradingRulesService } from '../alerts/grading-rules.service';
import { OnDuty } from '../duty/on-duty';
import { KnownEmployer } from '../employers/known-employer.entity';
import { WarningPost } from '../posts/warning-post.entity';
import { type DemoAlert, type DemoStep, type DemoStory, readDemoFiles } from './demo-files';

const BATCH = 100;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

interface Scene {
  staff: ReadonlyMap<string, StaffRef>;
  employers: ReadonlyMap<string, KnownEmployer>;
  posts: readonly WarningPost[];
  rule: GradingInForce;
}

/** Replays a year of alerts through their real verbs, each at its instant, in one transaction. */
@Injectable()
export class EarlyWarningDemoData implements DemoData {
  constructor(
    private readonly database: Database,
    private readonly alerts: AlertsStore,
    private readonly grading: GradingRulesService,
    private readonly clock: Clock,
  ) {}

  async load(folder: string): Promise<void> {
    await this.database.asService(async (tx) => {
      if (await holdsData(tx)) return;
      const { posts, employers, staff, stories } = await readDemoFiles(folder);
      const told = stories
        .filter(({ alert }) => alert !== null)
        .sort((one, other) => this.beginning(one).getTime() - this.beginning(other).getTime());
      const register = [...employers.map((employer) => KnownEmployer.registered(employer)), ...told.flatMap(unregistered)];
      await tx.insert(WarningPost, posts);
      await tx.insert(KnownEmployer, register);
      const scene: Scene = {
        staff: new Map(staff.map(({ id, name }) => [id, { id, name }])),
        employers: new Map(register.map((employer) => [employer.id, employer])),
        posts: posts as WarningPost[],
        rule: await this.grading.inForce(tx, this.clock.now()),
      };
      const numbers = await numbersFor(
        tx,
        told.map((story) => ({ area: known(story.alert, 'filtered').areaCode, at: this.beginning(story) })),
      );
      const alerts = told.map((story, index) => this.replay(story, known(numbers[index], 'one number per alert'), scene));
      for (let first = 0; first < alerts.length; first += BATCH) await this.alerts.addAll(tx, alerts.slice(first, first + BATCH));
    });
  }

  private replay(story: DemoStory, alertNo: string, { staff, employers, posts, rule }: Scene): Alert {
    const told = known(story.alert, 'only stories with an alert are replayed');
    const who = (id: string) => known(staff.get(id), 'every story names people of the staff');
    const clock = new SettableClock(this.beginning(story));
    const { id, steps, raisedBy, employerId, employerName, ...rest } = told;
    const employer = known(employers.get(employerId ?? unregisteredId(told)), 'every employer of a story was registered');
    const postId = told.source === 'post' ? (posts.find(({ areaCode }) => told.areaCode.startsWith(areaCode))?.id ?? null) : null;
    const alert = Alert.raise(
      { ...rest, employer: { name: employerName } },
      { id, alertNo, employer, postId, rule, onDuty: OnDuty.unknown },
      who(raisedBy),
      clock.now(),
    );
    for (const step of steps) {
      clock.set(this.notAhead(new Date(this.beginning(story).getTime() + step.afterMinutes * MINUTE_MS)));
      passLimits(alert, clock.now());
      act(alert, step, rule, who(step.by), clock.now());
    }
    passLimits(alert, this.clock.now());
    return alert;
  }

  private beginning({ daysAgo, hour }: DemoStory): Date {
    const day = startOfBusinessDay(businessDate(new Date(this.clock.now().getTime() - daysAgo * DAY_MS)));
    return this.notAhead(new Date(day.getTime() + hour * HOUR_MS));
  }

  private notAhead(instant: Date): Date {
    return new Date(Math.min(instant.getTime(), this.clock.now().getTime() - MINUTE_MS));
  }
}

/** An act that the alert no longer offers (the rule escalated it before a person could) is left out. */
function act(alert: Alert, step: DemoStep, rule: GradingInForce, by: StaffRef, at: Date): void {
  if (!alert.offeredActions.includes(step.do)) return;
  switch (step.do) {
    case 'acknowledge':
      return alert.acknowledge(by, at);
    case 'verify':
      return alert.verify(step, rule, by, at);
    case 'escalate':
      return alert.escalate(step.note, by, at);
    case 'standDown':
      return alert.standDown(step, by, at);
  }
}

function passLimits(alert: Alert, until: Date): void {
  while (alert.answerDueAt !== null && alert.answerDueAt <= until) alert.runOutOfTime(alert.answerDueAt, OnDuty.unknown);
}

function unregistered({ alert }: DemoStory): KnownEmployer[] {
  if (alert === null || alert.employerId !== null) return [];
  return [Object.assign(KnownEmployer.named(alert.employerName, alert.areaCode), { id: unregisteredId(alert) })];
}

/** The same in every service that tells the story. */
function unregisteredId({ id, employerName }: DemoAlert): string {
  return v5(employerName, id);
}

async function holdsData(tx: EntityManager): Promise<boolean> {
  return (await tx.exists(WarningPost)) || (await tx.exists(KnownEmployer)) || (await tx.exists(Alert));
}

async function numbersFor(tx: EntityManager, alerts: { area: string; at: Date }[]): Promise<string[]> {
  const rows = await tx.query<{ number: string }[]>(
    'SELECT next_alert_number(area, year) AS number FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS a(area, year, place) ORDER BY place',
    [alerts.map(({ area }) => area), alerts.map(({ at }) => Number(businessDate(at).slice(0, 4)))],
  );
  return rows.map(({ number }) => number);
}
