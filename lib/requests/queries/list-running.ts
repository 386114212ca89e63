import "server-only";
import type { Context } from "@/lib/context";
import { listMine } from "./list-mine";

const MOST_SHOWN = 3;

/** A few of what runs, for the home page: what awaits the resident first, drafts last. */
export async function listRunning(ctx: Context) {
  const { open, drafts } = await listMine(ctx, null);
  return [...open, ...drafts].slice(0, MOST_SHOWN);
}
