import { CreateMessaging1763800000000 } from './1763800000000-create-messaging';

/** Put these before a service's own migrations; they need the roles `<database>_app` and `<database>_worker` to exist. */
export const messagingMigrations = [CreateMessaging1763800000000];
