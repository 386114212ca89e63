import "server-only";
import type { Context } from "@/lib/context";
import { listMine } from "./list-mine";

const MOST_SHOWN = 3;

/** A few of what runs, for the home page: what awaits the resident first, drafts last. */
export async function listRunning(ctx: Context) {
  const { open, drafts } = await listMine(ctx, null);
  const isAwaited = ({ status }: (typeof open)[number]) => status === "awaiting_resident";
  const running = [...open.filter(isAwaited), ...open.filter((r) => !isAwaited(r)), ...drafts];
  return running.slice(0, MOST_SHOWN);
}
