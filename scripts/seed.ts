import { pool } from "@/db/client";
import { seedDemo } from "@/db/seed";

await seedDemo();
await pool.$client.end();
