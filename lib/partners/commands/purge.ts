import "server-only";
import { lt, sql } from "drizzle-orm";
import { clientCalls, testMails } from "@/db/schema/partners";
import { type Context, transaction } from "@/lib/context";
import { TEST_MAIL_DAYS } from "../model";
import { CALL_DAYS } from "../model/calls";

/** Diagnostics are short-lived: calls two weeks, test mails one. */
export const purgeCalls = (ctx: Context): Promise<void> =>
  transaction(ctx, async ({ db }) => {
    const old = sql`now() - ${CALL_DAYS} * interval '1 day'`;
    await db.delete(clientCalls).where(lt(clientCalls.at, old));
    await db
      .delete(testMails)
      .where(lt(testMails.at, sql`now() - ${TEST_MAIL_DAYS} * interval '1 day'`));
  });
