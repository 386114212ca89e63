import "server-only";
import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { foreignHash } from "./foreign-hash";

// OWASP's second choice for argon2id: 19 MiB, 2 passes; about 20 ms and 120 a second on two cores.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = availableParallelism();

/** How much hashing was done: read by metrics, and by the tests that compare two answers. */
export const hashing = { runs: 0, waiting: 0 };

let running = 0;
const queue: (() => void)[] = [];

/** Memory is cost × concurrency: never more at once than there are cores. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    hashing.waiting += 1;
    await new Promise<void>((resolve) => queue.push(resolve));
    hashing.waiting -= 1;
  } else running += 1;
  try {
    hashing.runs += 1;
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The same password typed on two keyboards is the same bytes (NIST SP 800-63B §5.1.1.2). */
const bytesOf = (password: string) => password.normalize("NFKC");

/** A PHC string, argon2id. */
export const hashPassword = (password: string) => inTurn(() => hash(bytesOf(password), COST));

const OURS = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** Made here, at today's cost; another is replaced at the next sign-in. */
export const isOurs = (stored: string) => stored.startsWith(OURS);

let nobody: Promise<string> | undefined;

/** Without a hash (no such account, no password), does the same work and says no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hash("nobody’s password", COST);
  const foreign = stored && !isOurs(stored) ? foreignHash(stored) : null;
  const expected = stored && !foreign ? stored : await nobody;
  const matches = await inTurn(() => verify(expected, bytesOf(password)));
  if (foreign) return inTurn(() => foreign(password));
  return matches && stored !== null;
}
