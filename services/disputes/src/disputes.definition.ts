import type { ServiceDefinition } from '@accord/service-kit';
import { MediationBody } from './bodies/mediation-body.entity';
import { Mediator } from './bodies/mediator.entity';
import { TimelineLine } from './case-file/timeline-line.entity';
import { CreateMediation1763810000000 } from './database/migrations/1763810000000-create-mediation';
import { DisputesDemoData } from './demo/disputes-demo-data';
import { DisputesModule } from './disputes.module';
import { CaseClock } from './limits/case-clock.entity';
import { MediationCase } from './mediation/mediation-case.entity';
import { MediationSession } from './mediation/mediation-session.entity';

/** What the disputes service is made of; `main` boots it and tests start it inside their own process. */
export const disputes: ServiceDefinition = {
  name: 'disputes',
  module: DisputesModule,
  entities: [MediationBody, Mediator, MediationCase, CaseClock, MediationSession, TimelineLine],
  migrations: [CreateMediation1763810000000],
  demo: DisputesDemoData,
};
