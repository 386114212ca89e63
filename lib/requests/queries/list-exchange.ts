import "server-only";
import { eq, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { messages, supplements } from "@/db/schema/requests";
import { type Context, read, type Transaction } from "@/lib/context";
import { listFilesOf } from "@/lib/files/queries/files";
import { type Entry, supplementFiles } from "../model";

/** Messages and supplements in one query: a supplement also has its last day and its answer. */
function listWritten(db: Transaction["db"], requestId: string) {
  const noDate = sql`null::timestamptz`.mapWith((value: string): Date | null => new Date(value));
  const written = db
    .select({
      id: messages.id,
      kind: sql<"message" | "question">`'message'`,
      authorKind: sql<Entry["authorKind"]>`${messages.authorKind}`,
      authorName: sql<string | null>`${messages.authorName}`,
      body: messages.body,
      at: messages.createdAt,
      dueAt: noDate,
      answer: sql<string | null>`null::text`,
      answeredAt: noDate,
    })
    .from(messages)
    .where(eq(messages.requestId, requestId));
  const asked = db
    .select({
      id: supplements.id,
      kind: sql<"message" | "question">`'question'`,
      authorKind: sql<Entry["authorKind"]>`'agent'`,
      authorName: sql<string | null>`null::text`,
      body: supplements.question,
      at: supplements.askedAt,
      dueAt: sql<Date | null>`${supplements.dueAt}`,
      answer: sql<string | null>`${supplements.answer}`,
      answeredAt: sql<Date | null>`${supplements.answeredAt}`,
    })
    .from(supplements)
    .where(eq(supplements.requestId, requestId));
  return unionAll(written, asked);
}

type Row = Awaited<ReturnType<typeof listWritten>>[number];

function entriesOf(
  row: Row,
  filesOf: { messageId: Entry["files"]; answer: Entry["files"] },
): Entry[] {
  const { id, kind, authorKind, authorName, body, at, answer, answeredAt } = row;
  const entry: Entry = { id, kind, authorKind, authorName, body, at, files: filesOf.messageId };
  if (answer === null || !answeredAt) return [entry];
  const reply = { id: `${id}-r`, kind: "answer", body: answer, at: answeredAt } as const;
  return [entry, { ...reply, authorKind: "resident", authorName: null, files: filesOf.answer }];
}

/** What was written both ways, oldest first, with the files of each, and what waits for an answer. */
export const listExchange = (ctx: Context, requestId: string) =>
  read(ctx, async (db) => {
    const rows = await listWritten(db, requestId);
    const files = await listFilesOf({ ...ctx, db }, requestId);
    const entries = rows
      .flatMap((row) =>
        entriesOf(row, {
          messageId: files.filter(({ messageId }) => messageId === row.id),
          answer: files.filter(({ fieldId }) => fieldId === supplementFiles(row.id)),
        }),
      )
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    const open = rows.find(({ dueAt, answeredAt }) => dueAt && !answeredAt);
    const waiting = open?.dueAt ? { id: open.id, question: open.body, dueAt: open.dueAt } : null;
    return { entries, files, waiting };
  });

export type Exchange = Awaited<ReturnType<typeof listExchange>>;
