import "server-only";
import { lt } from "drizzle-orm";
import * as z from "zod";
import { portalSessions, postedForms } from "@/db/schema/auth";
import { transaction } from "@/lib/context";
import { defineJob } from "@/lib/job";

/** Every few minutes: refused forms that can no longer be shown, and sessions of the portal that are over. */
export const purgeExpiredJob = defineJob("auth.purge", z.unknown(), (ctx) =>
  transaction(ctx, async ({ db }) => {
    await db.delete(postedForms).where(lt(postedForms.expiresAt, new Date()));
    await db.delete(portalSessions).where(lt(portalSessions.expiresAt, new Date()));
  }),
);
