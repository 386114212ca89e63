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

const client = postgres(process.env.DATABASE_URL ?? "", {
  max: Number(process.env.DATABASE_POOL ?? 10),
  // PgBouncer in transaction mode cannot keep prepared statements before 1.21.
  prepare: process.env.DATABASE_PREPARE !== "0",
});

/**
 * Logged in as the owner: only lib/context.ts, tests and scripts may import it. Not told the schema: with it
 * Drizzle makes a builder for each table (`db.query`, which we do not use) at every transaction.
 */
export const pool = drizzle(named(client), { casing: "snake_case" });

/** An open transaction. */
export type Db = Parameters<Parameters<typeof pool.transaction>[0]>[0];
