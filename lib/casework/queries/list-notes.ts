import "server-only";
import { asc, eq } from "drizzle-orm";
import { notes } from "@/db/schema/casework";
import { type Context, read } from "@/lib/context";

/** Between colleagues: nothing for anybody else. */
export const listNotes = (ctx: Context, requestId: string) =>
  read(ctx, (db) =>
    db
      .select({ id: notes.id, agentName: notes.agentName, body: notes.body, at: notes.createdAt })
      .from(notes)
      .where(eq(notes.requestId, requestId))
      .orderBy(asc(notes.createdAt)),
  );

export type Note = Awaited<ReturnType<typeof listNotes>>[number];
