import { businessDate, Clock, known } from '@accord/case-model';
import { Database, FieldCipher } from '@accord/postgres';
import type { DemoData } from '@accord/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BodyRegister, type OpeningGrounds, type OpeningQuestion } from '../bodies/body-register';
import type { Appointee } from '../bodies/conflict.rules';
import { MediationBody } from '../bodies/mediation-body.entity';
import { Mediator } from '../bodies/mediator.entity';
import { proposeAssignment } from '../bodies/proposal.rules';
import { CaseFiles } from '../case-file/case-files';
import { caseNumber } from '../mediation/mediation-case.rules';
import { beginningOf, CaseStory, employerOf, type Scene } from './case-story';
import { type DemoBody, type DemoCase, type DemoStory, readDemoFiles } from './demo-files';

/** Replays a year of cases through their real verbs, each act at its instant, in one transaction. */
@Injectable()
export class DisputesDemoData implements DemoData {
  constructor(
    private readonly database: Database,
    private readonly bodies: BodyRegister,
    private readonly files: CaseFiles,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  async load(folder: string): Promise<void> {
    await this.database.asService(async (tx) => {
      if (await tx.exists(MediationBody)) return;
      const { bodies, staff, stories } = await readDemoFiles(folder);
      await register(tx, bodies);
      const people = new Map(staff.map(({ id, name }) => [id, { id, name }]));
      const told = stories
        .filter((story) => story.case !== null)
        .sort((one, other) => other.daysAgo - one.daysAgo || one.hour - other.hour);
      const grounds = await this.bodies.groundsFor(tx, told.map(questionOf));
      const cases = told.map((story, place) => {
        const scene = this.setScene(story, bodies, known(grounds[place], 'every question has its answer'));
        return new CaseStory(story, { ...scene, staff: people }).replay();
      });
      await this.files.open(tx, cases);
    });
  }

  private setScene(story: DemoStory, bodies: readonly DemoBody[], { serial, candidates }: OpeningGrounds): Omit<Scene, 'staff'> {
    const told = known(story.case, 'only stories with a case are told');
    const now = this.clock.now();
    const employer = employerOf(story);
    const body = known(
      bodies.find(({ id }) => id === told.bodyId),
      'every case of a story has a registered body',
    );
    const chosen = candidates.filter(({ id }) => id === body.id);
    return {
      now,
      body,
      mediators: new Map(body.mediators.map((mediator) => [mediator.id, appointee(mediator, body)])),
      caseNo: caseNumber(told.areaCode, businessDate(beginningOf(story, now)), serial),
      proposal: proposeAssignment({ employerId: employer.id, claimTypes: told.claimTypes, candidates: chosen }),
      contact: this.seal(told),
    };
  }

  private seal({ applicant: { phone, idNumber } }: DemoCase): Scene['contact'] {
    return {
      phone: phone === undefined ? null : this.cipher.encrypt(phone),
      idNumber: idNumber === undefined ? null : this.cipher.encrypt(idNumber),
    };
  }
}

function questionOf(story: DemoStory): OpeningQuestion {
  const { areaCode } = known(story.case, 'only stories with a case are told');
  return { areaCode, employerId: employerOf(story).id, alertId: null };
}

async function register(tx: EntityManager, bodies: readonly DemoBody[]): Promise<void> {
  await tx.insert(
    MediationBody,
    bodies.map(({ id, name, kind, areaCode, employerId = null }) => ({ id, name, kind, areaCode, employerId })),
  );
  await tx.insert(
    Mediator,
    bodies.flatMap(({ id: bodyId, mediators }) => mediators.map((mediator) => ({ ...mediator, bodyId }))),
  );
}

function appointee(mediator: DemoBody['mediators'][number], { id: bodyId, kind: bodyKind }: DemoBody): Appointee {
  return { ...mediator, bodyId, bodyKind, employerId: null, registeredConflict: null };
}
