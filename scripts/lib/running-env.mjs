// For commands typed beside `npm start`: the environment of the installation that DATA_DIR holds.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const path = join(process.env.DATA_DIR || ".data", "settings.json");

if (!process.env.DATABASE_URL && existsSync(path)) {
  const { secret, postgresPassword, postgresPort } = JSON.parse(readFileSync(path, "utf8"));
  process.env.SECRET ??= secret;
  process.env.SMTP_URL ??= "smtp://127.0.0.1:1";
  process.env.DATABASE_URL = `postgres://postgres:${postgresPassword}@127.0.0.1:${postgresPort}/guichet`;
}
