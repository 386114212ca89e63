import { pool } from "@/db/client";
import { organisations } from "@/db/schema";
import { seedDemoAccounts } from "./accounts";
import { seedConnect } from "./connect";
import { seedOrganisations } from "./organisations";
import { seedProcedures } from "./procedures";
import { seedTerritory } from "./territory";

/**
 * Loads the demo territory into an empty database, all or nothing. Does nothing, and returns false,
 * when there already is an organisation.
 */
export async function seedDemo() {
  const [known] = await pool.select({ id: organisations.id }).from(organisations).limit(1);
  if (known) return false;
  await seedDemoAccounts();
  await seedConnect();
  return pool.transaction(async (db) => {
    await seedTerritory(db);
    await seedOrganisations(db);
    await seedProcedures(db);
    return true;
  });
}
