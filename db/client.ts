import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

const client = postgres(process.env.DATABASE_URL ?? "", {
  max: Number(process.env.DATABASE_POOL ?? 10),
  // PgBouncer in transaction mode cannot keep prepared statements before 1.21.
  prepare: process.env.DATABASE_PREPARE !== "0",
});

/** Logged in as the owner: only lib/context.ts, tests and scripts may import it. */
export const pool = drizzle(client, { schema, casing: "snake_case" });

/** An open transaction. */
export type Db = Parameters<Parameters<typeof pool.transaction>[0]>[0];
