import "server-only";

type Limit = { max: number; seconds: number };
type Window = { count: number; endsAt: number };

const MOST_KEYS = 10_000;

/**
 * Counts calls by key in windows of so many seconds; false past `max`. Kept in this process, for what is
 * public and costs little: each instance counts its own.
 */
export function rateLimiter({ max, seconds }: Limit, now = Date.now) {
  const windows = new Map<string, Window>();
  return (key: string) => {
    const known = windows.get(key);
    if (known && known.endsAt > now()) {
      known.count += 1;
      return known.count <= max;
    }
    if (windows.size >= MOST_KEYS) windows.clear();
    windows.set(key, { count: 1, endsAt: now() + seconds * 1000 });
    return true;
  };
}
