import "server-only";
import { sql } from "drizzle-orm";
import { pairwiseSubjects } from "@/db/schema/connect";
import type { Transaction } from "@/lib/context";

/**
 * Services that knew the closed account alone know the other one by the same name. Where both were known, the name of the
 * one that stays stays, and the other is told to the service (`previous_subs`).
 */
export const joinSubjects = ({ db }: Transaction, from: string, to: string) =>
  db
    .update(pairwiseSubjects)
    .set({ accountId: to })
    .where(
      sql`${pairwiseSubjects.accountId} = ${from} and not exists (
        select from pairwise_subjects kept
        where kept.account_id = ${to} and kept.sector = ${pairwiseSubjects.sector})`,
    );
