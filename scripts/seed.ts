import { existsSync } from "node:fs";
import { pool } from "@/db/client";
import { seedDemoAccounts } from "@/db/seed/accounts";

const catalogue = "../db/seed/index.ts";
if (existsSync("db/seed/index.ts")) await (await import(catalogue)).seedDemo();
else await seedDemoAccounts();
await pool.$client.end();
