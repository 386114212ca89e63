import "server-only";
import { and, eq } from "drizzle-orm";
import { files } from "@/db/schema/files";
import type { Transaction } from "@/lib/context";

/** Files of a person whose two accounts became one. As the system. */
export const moveFiles = ({ db }: Transaction, from: string, to: string) =>
  db
    .update(files)
    .set({ ownerId: to })
    .where(and(eq(files.ownerKind, "resident"), eq(files.ownerId, from)));
