import "server-only";
import { LRUCache } from "lru-cache";

const SECONDS = 10;
const MOST = 2_000;

type Kept = LRUCache<string, { value: unknown }, () => Promise<unknown>>;

const shared = globalThis as { keptReads?: Kept };

/** One per process: several bundles of it hold this file. */
const reads = (): Kept => {
  shared.keptReads ??= new LRUCache({
    max: MOST,
    ttl: SECONDS * 1_000,
    fetchMethod: async (_key, _stale, { context }) => ({ value: await context() }),
  });
  return shared.keptReads;
};

/**
 * A read that is the same for everybody, done once for all who ask within 10 seconds. Never what is
 * somebody's: nothing here knows who asks. What is refused or fails is not kept.
 */
export async function kept<T>(name: string, args: readonly unknown[], read: () => Promise<T>) {
  const found = await reads().fetch(JSON.stringify([name, ...args]), { context: read });
  return (found as { value: T }).value;
}

/** After a change that everybody sees: this instance shows it at once, the others within 10 seconds. */
export const forgetKept = () => reads().clear();
