import type { MigrationClass } from '../database.module';
import { CreateIdempotentRequests1763800000000 } from './1763800000000-create-idempotent-requests';
import { CreateDeadlines1763803600000 } from './1763803600000-create-deadlines';

/** What every service's database has besides its own tables. */
export const platformMigrations: readonly MigrationClass[] = [
  CreateIdempotentRequests1763800000000,
  CreateDeadlines1763803600000,
];
