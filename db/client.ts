import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/**
 * Drizzle asks for unnamed statements, which PostgreSQL describes, parses and plans at every call, in
 * two round trips. Named ones are planned once per connection and run in one.
 */
const named = <T extends postgres.Sql | postgres.TransactionSql>(sql: T): T =>
  new Proxy(sql, {
    get(target, key, receiver) {
      if (key === "unsafe")
        return (query: string, parameters: never[], options: postgres.UnsafeQueryOptions) =>
          target.unsafe(query, parameters, { ...options, prepare: true });
      if (key === "begin" && "begin" in target)
        return (run: (inner: postgres.TransactionSql) => Promise<unknown>) =>
          target.begin((inner) => run(named(inner)));
      if (key === "savepoint" && "savepoint" in target)
        return (run: (inner: postgres.TransactionSql) => Promise<unknown>) =>
          target.savepoint((inner) => run(named(inner)));
      return Reflect.get(target, key, receiver);
    },
  });

const address = process.env.DATABASE_URL ?? "";

/** PgBouncer in transaction mode lends a connection to one after the other: it keeps no prepared statement before 1.21. */
export const isShared = process.env.DATABASE_PREPARE === "0";

const client = postgres(address, {
  max: Number(process.env.DATABASE_POOL ?? 10),
  prepare: !isShared,
});

/**
 * Logged in as the owner: only lib/context.ts, tests and scripts may import it. Not told the schema: with it
 * Drizzle makes a builder for each table (`db.query`, which we do not use) at every transaction.
 */
export const pool = drizzle(named(client), { casing: "snake_case" });

/** An open transaction. */
export type Db = Parameters<Parameters<typeof pool.transaction>[0]>[0];

const STANDING = 4;
const IDLE_SECONDS = 60;

/**
 * Connections told once, as they open, in which role they act and for whom: only lib/context.ts may open some, for an
 * actor of the program. None is opened before it is used.
 */
export const openStanding = (actor: object) =>
  drizzle(
    named(
      postgres(address, {
        max: STANDING,
        idle_timeout: IDLE_SECONDS,
        connection: { role: "guichet_app", "app.actor": JSON.stringify(actor) },
      }),
    ),
    { casing: "snake_case" },
  );
