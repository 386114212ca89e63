import { explainDatabase, migrateDatabase } from "./lib/database.mjs";

const url = process.env.DATABASE_URL;
if (!url) {
  console.error("DATABASE_URL: est nécessaire");
  process.exit(1);
}
try {
  await migrateDatabase(url);
} catch (error) {
  console.error(explainDatabase(url, error).message);
  process.exit(1);
}
