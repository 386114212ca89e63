import { findAccountByEmail } from "@/lib/accounts/queries";
import { system } from "@/lib/auth/actor";
import { identifyAs, startFranceConnect } from "./franceconnect";
import { runJobs } from "./jobs";
import { mailedCode } from "./mailbox";

// Started before anything reads the environment.
export const far = await startFranceConnect();
const { startIdentification } = await import("@/lib/accounts/commands/identifications");
const { comeBack } = await import("@/lib/accounts/commands/come-back");
const { askMailbox, proveMailbox } = await import("@/lib/accounts/commands/join-identity");

export const NETWORK = "192.0.2.7";
export const BROWSER = "b".repeat(43);
export const OTHER_BROWSER = "c".repeat(43);

/** Some of the simulator's people. */
export const SAMIRA = "1";
export const ANGELA = "4";
export const MOHAMED = "15";
export const SIMONE = "26";

export const accountOf = async (email: string) => {
  const found = await findAccountByEmail(system("test"), email);
  if (!found) throw new Error(`no account ${email}`);
  return found;
};

/** To FranceConnect and back, as this person; the answer is still to be taken. */
export async function goAs(
  identity: string,
  accountId: string | null = null,
  purpose: "certify" | "confirm" | "sign-in" = accountId ? "certify" : "sign-in",
) {
  const way = { purpose, accountId, suite: "/compte", browser: BROWSER } as const;
  return identifyAs(identity, await startIdentification(way, NETWORK));
}

export async function identify(identity: string, accountId: string | null = null) {
  const returned = await comeBack(await goAs(identity, accountId), BROWSER, accountId);
  if (!returned) throw new Error("for nobody");
  return returned;
}

/** Asks for the code of this address, and lets the worker write. */
export async function askFor(id: string, email: string) {
  const codeId = await askMailbox({ id, email, terms: "oui" }, BROWSER, NETWORK);
  await runJobs();
  return codeId;
}

export async function create(identity: string, email: string) {
  const { id } = await identify(identity);
  const codeId = await askFor(id, email);
  return proveMailbox({ id: codeId, code: mailedCode() }, BROWSER);
}
