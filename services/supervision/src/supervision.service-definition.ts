import type { ServiceDefinition } from '@accord/service-kit';
import { CreateFacts1763840000000 } from './database/migrations/1763840000000-create-facts';
import { AlertFacts } from './facts/alert-facts.entity';
import { CaseFacts } from './facts/case-facts.entity';
import { SupervisionModule } from './supervision.module';

export const supervision: ServiceDefinition = {
  name: 'supervision',
  module: SupervisionModule,
  entities: [AlertFacts, CaseFacts],
  migrations: [CreateFacts1763840000000],
};
