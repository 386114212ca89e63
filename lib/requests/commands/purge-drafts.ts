import "server-only";
import type { Context } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { listExpiredDrafts } from "../queries/list-expired";
import { discardDraft } from "./discard-draft";

const BATCH = 200;

/** Sent or deleted by its holder meanwhile: there is nothing to erase any more. */
const unlessGone = (error: unknown) => {
  if (!(error instanceof DomainError)) throw error;
};

/** Erases the drafts whose time is over, each on its own; what is left waits for the next run. */
export const purgeDrafts = async (ctx: Context) => {
  for (const draft of await listExpiredDrafts(ctx, new Date(), BATCH))
    await discardDraft(ctx, draft).catch(unlessGone);
};
