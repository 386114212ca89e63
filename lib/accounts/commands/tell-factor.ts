import "server-only";
import { randomUUID } from "node:crypto";
import type { Transaction } from "@/lib/context";
import { factorNoticeJob } from "../jobs";
import type { FactorNotice } from "../model/factors";

/** Tells the owner by mail, in the background. */
export const tellFactor = (ctx: Transaction, accountId: string, what: FactorNotice["what"]) =>
  factorNoticeJob.enqueue(ctx, {
    accountId,
    what,
    noticeId: randomUUID(),
    at: new Date().toISOString(),
  });
