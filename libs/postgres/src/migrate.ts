import { DataSource } from 'typeorm';
import type { MigrationClass } from './database.module';
import { platformMigrations } from './migrations/platform-migrations';

/** Brings a service's database to the newest schema, as its owner. Two instances that start at once wait for one another. */
export async function migrate(ownerUrl: string, migrations: readonly MigrationClass[]): Promise<void> {
  const owner = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...platformMigrations, ...migrations],
    migrationsTableName: 'migrations',
    applicationName: 'accord-migrate',
  });
  await owner.initialize();
  const lock = owner.createQueryRunner();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('accord.migrate'))");
    await owner.runMigrations({ transaction: 'each' });
  } finally {
    await lock.release();
    await owner.destroy();
  }
}
