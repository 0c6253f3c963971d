import type { MigrationClass } from '../database.module';
import { CreateIdempotentRequests1763800000000 } from './1763800000000-create-idempotent-requests';

/** What every service's database has besides its own tables. */
export const platformMigrations: readonly MigrationClass[] = [CreateIdempotentRequests1763800000000];
