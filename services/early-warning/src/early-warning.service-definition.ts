import type { ServiceDefinition } from '@accord/service-kit';
import { AlertTimelineLine } from './alerts/alert-timeline.entity';
import { Alert } from './alerts/alert.entity';
import { earlyWarningMigrations } from './database/early-warning-migrations';
import { EarlyWarningDemoData } from './demo/early-warning-demo-data';
import { EarlyWarningModule } from './early-warning.module';
import { KnownEmployer } from './employers/known-employer.entity';
import { WarningPost } from './posts/warning-post.entity';

export const earlyWarning: ServiceDefinition = {
  name: 'early-warning',
  module: EarlyWarningModule,
  entities: [Alert, AlertTimelineLine, KnownEmployer, WarningPost],
  migrations: earlyWarningMigrations,
  demo: EarlyWarningDemoData,
};
