import { Client } from 'pg';

/** Passwords of the three roles of a service's database; each role can do only what its name says. */
export interface RolePasswords {
  /** Runs migrations and owns the tables. */
  owner: string;
  /** Answers HTTP requests; row-level security applies to it. */
  app: string;
  /** Handles events and deadlines for every area. */
  worker: string;
}

export interface DatabaseUrls {
  DATABASE_OWNER_URL: string;
  DATABASE_URL: string;
  DATABASE_WORKER_URL: string;
}

/** The name of a service's database: `early-warning` → `early_warning`. */
export function databaseName(service: string): string {
  return service.replaceAll('-', '_');
}

/**
 * Creates a service's database with its three roles, or brings an existing one up to date (passwords included).
 * Safe to repeat. `adminUrl` is a superuser's. Nobody but the three roles may connect.
 */
export async function provisionDatabase(adminUrl: string, database: string, passwords: RolePasswords): Promise<DatabaseUrls> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    for (const role of ['owner', 'app', 'worker'] as const) await createRole(admin, `${database}_${role}`, passwords[role]);
    const existing = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (existing.rowCount === 0) {
      await admin.query(
        `CREATE DATABASE ${database} OWNER ${database}_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'`,
      );
    }
    await admin.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await admin.query(`GRANT CONNECT ON DATABASE ${database} TO ${database}_app, ${database}_worker`);
  } finally {
    await admin.end();
  }
  await grantDefaults(adminUrl, database);
  return {
    DATABASE_OWNER_URL: urlFor(adminUrl, database, 'owner', passwords),
    DATABASE_URL: urlFor(adminUrl, database, 'app', passwords),
    DATABASE_WORKER_URL: urlFor(adminUrl, database, 'worker', passwords),
  };
}

async function createRole(admin: Client, role: string, password: string): Promise<void> {
  const existing = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = existing.rowCount === 0 ? 'CREATE' : 'ALTER';
  await admin.query(
    `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${admin.escapeLiteral(password)}`,
  );
}

/** New tables of the owner may be read and written by the other two, never emptied or deleted from, unless a migration says more. */
async function grantDefaults(adminUrl: string, database: string): Promise<void> {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  const inside = new Client({ connectionString: url.href });
  await inside.connect();
  try {
    await inside.query(`
      GRANT USAGE ON SCHEMA public TO ${database}_app, ${database}_worker;
      GRANT CREATE, USAGE ON SCHEMA public TO ${database}_owner;
      ALTER DEFAULT PRIVILEGES FOR ROLE ${database}_owner IN SCHEMA public
        GRANT SELECT, INSERT, UPDATE ON TABLES TO ${database}_app, ${database}_worker;
      ALTER DEFAULT PRIVILEGES FOR ROLE ${database}_owner IN SCHEMA public
        GRANT USAGE, SELECT ON SEQUENCES TO ${database}_app, ${database}_worker;
    `);
  } finally {
    await inside.end();
  }
}

function urlFor(adminUrl: string, database: string, role: keyof RolePasswords, passwords: RolePasswords): string {
  const url = new URL(adminUrl);
  url.username = `${database}_${role}`;
  url.password = encodeURIComponent(passwords[role]);
  url.pathname = `/${database}`;
  return url.href;
}
