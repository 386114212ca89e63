import "server-only";
import { LRUCache } from "lru-cache";

const SECONDS = 5;
const MOST = 2_000;

type Kept = LRUCache<string, { value: unknown }, () => Promise<unknown>>;

/** `keptPages`: the pages that scripts/lib/kept-pages.mjs holds, in the web process. */
const shared = globalThis as { keptReads?: Kept; keptPages?: { clear(): void } };

/** One per process: several bundles of it hold this file. */
const reads = (): Kept => {
  shared.keptReads ??= new LRUCache({
    max: MOST,
    ttl: SECONDS * 1_000,
    // Forgotten on the way, a read still answers whoever waits for it.
    ignoreFetchAbort: true,
    fetchMethod: async (_key, _stale, { context }) => ({ value: await context() }),
  });
  return shared.keptReads;
};

/**
 * A read that is the same for everybody, done once for all who ask within 5 seconds. Never what is
 * somebody's: nothing here knows who asks. What is refused or fails is not kept.
 */
export async function kept<T>(name: string, args: readonly unknown[], read: () => Promise<T>) {
  const found = await reads().fetch(JSON.stringify([name, ...args]), { context: read });
  return (found as { value: T }).value;
}

/**
 * After a change that everybody sees: this instance shows it at once, the others within 10 seconds
 * (a page may be kept that was made of a read already kept).
 */
export function forgetKept() {
  reads().clear();
  shared.keptPages?.clear();
}
