import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations } from "graphile-worker";
import postgres from "postgres";
import { StartError } from "./settings.mjs";

const quiet = new Logger(() => () => {});

// Several instances may start at once: they migrate one after the other.
const MIGRATION_LOCK = 7_166_831;

async function withOwner(url, run) {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    return await run(sql);
  } finally {
    await sql.end();
  }
}

/** Creates the database when it is missing from our own server. */
export const createDatabase = (serverUrl, name) =>
  withOwner(serverUrl, async (sql) => {
    const [known] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!known) await sql.unsafe(`create database ${name}`);
  });

/** `url` with another database of the same server. */
export const databaseAt = (url, name) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

export const dropDatabase = (serverUrl, name) =>
  withOwner(serverUrl, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));

/** Brings the tables and the job queue up to date. Running it again changes nothing. */
export const migrateDatabase = (url) =>
  withOwner(url, async (sql) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await runMigrations({ connectionString: url, logger: quiet });
    await migrate(drizzle(sql), { migrationsFolder: "db/migrations" });
  });

/** No organisation yet: nobody has ever worked here. */
export const isEmpty = (url) =>
  withOwner(url, async (sql) => {
    const [row] = await sql`select exists (select from organisations) as filled`;
    return !row.filled;
  });

/** The sentence to show for a database that cannot be reached. */
export const explainDatabase = (url, error) =>
  new StartError(
    `La base de données ${new URL(url).host} n’est pas utilisable : ${error.message}. Vérifiez DATABASE_URL.`,
  );
