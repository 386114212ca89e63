import "server-only";
import { lt, sql } from "drizzle-orm";
import { mergeProofs } from "@/db/schema/lifecycle";
import { forgetSubjects } from "@/lib/connect/commands/forget-account";
import { type Context, transaction } from "@/lib/context";

/** Services are told of a closure by the name they know: it goes a week later. */
export const forgetOldNames = (ctx: Context) => forgetSubjects(ctx);

export const dropOldProofs = (ctx: Context) =>
  transaction(ctx, ({ db }) =>
    db.delete(mergeProofs).where(lt(mergeProofs.expiresAt, sql`now() - interval '1 day'`)),
  );
