import type { MigrationClass } from '@accord/postgres';
import { CreatePostsAndEmployers1763810000000 } from './migrations/1763810000000-create-posts-and-employers';
import { CreateAlerts1763810100000 } from './migrations/1763810100000-create-alerts';
import { CreateDutyOfficers1763810300000 } from './migrations/1763810300000-create-duty-officers';
import { SeedGradingRules1763810200000 } from './migrations/1763810200000-seed-grading-rules';

export const earlyWarningMigrations: MigrationClass[] = [
  CreatePostsAndEmployers1763810000000,
  CreateAlerts1763810100000,
  SeedGradingRules1763810200000,
  CreateDutyOfficers1763810300000,
];
