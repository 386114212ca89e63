import "server-only";

type Job = { name: string; run: (input: unknown) => Promise<void> };

/** Every job the worker knows. */
export const JOBS: readonly Job[] = [];
