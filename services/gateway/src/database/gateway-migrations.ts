import { CreateStaff1763900000000 } from './migrations/1763900000000-create-staff';
import { CreateSessions1763900000001 } from './migrations/1763900000001-create-sessions';

export const gatewayMigrations = [CreateStaff1763900000000, CreateSessions1763900000001];
