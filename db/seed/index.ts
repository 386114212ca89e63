import { pool } from "@/db/client";
import { organisations } from "@/db/schema";
import { subjectFor } from "@/lib/connect/provider/subjects";
import { seedDemoAccounts } from "./accounts";
import { seedAgents } from "./agents";
import { seedConnect } from "./connect";
import { DEMO_RESIDENTS } from "./demo-accounts";
import { seedOrganisations } from "./organisations";
import { seedPartner } from "./partner";
import { seedProcedures } from "./procedures";
import { seedRequests } from "./requests";
import { seedTerritory } from "./territory";

const PORTAL_SECTOR = "portal";

/**
 * Loads the demo territory into an empty database, all or nothing. Does nothing, and returns false,
 * when there already is an organisation.
 */
export async function seedDemo() {
  const [known] = await pool.select({ id: organisations.id }).from(organisations).limit(1);
  if (known) return false;
  await seedDemoAccounts();
  await seedConnect();
  const subjects = await Promise.all(
    DEMO_RESIDENTS.map(async ({ id }) => [id, await subjectFor(id, PORTAL_SECTOR)] as const),
  );
  await pool.transaction(async (db) => {
    await seedTerritory(db);
    await seedOrganisations(db);
    await seedProcedures(db);
    await seedAgents(db);
    await seedRequests(db, new Map(subjects));
  });
  await seedPartner();
  return true;
}
