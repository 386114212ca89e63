import { pool } from "@/db/client";
import { system } from "@/lib/auth/actor";
import { createKeys, replaceKeys, rotateKeys } from "@/lib/connect/commands/keys";
import { listKeys } from "@/lib/connect/queries";

/**
 * The next signing keys take over; running instances follow within a minute. Every three months. After a leak, with
 * `--leaked`: all keys are replaced at once, and what they signed is worth nothing any more.
 */
const ctx = system("rotate-keys");
await createKeys(ctx);
await (process.argv.includes("--leaked") ? replaceKeys(ctx) : rotateKeys(ctx));
for (const { alg, state, id } of await listKeys()) console.log(`${alg}  ${state.padEnd(8)}  ${id}`);
await pool.$client.end();
