import { pool } from "@/db/client";
import { system } from "@/lib/auth/actor";
import { verifyLedger } from "@/lib/consents/queries";

/** Recomputes the chain of the consent ledger; exits 1 at the first record that does not hold. */
const { records, problem } = await verifyLedger(system("verify-consents"));
await pool.$client.end();
if (problem) {
  console.error(
    `Le registre des accords est altéré, après ${records} écritures intactes. ${problem}`,
  );
  process.exit(1);
}
console.log(`Registre des accords intact : ${records} écritures, chaîne vérifiée.`);
