import "server-only";
import { asc, eq } from "drizzle-orm";
import { messages, supplements } from "@/db/schema/requests";
import { type Context, read } from "@/lib/context";
import { listFilesOf } from "@/lib/files/queries/files";
import { type Entry, supplementFiles } from "../model";

/** What was written both ways, oldest first, with the files of each, and what waits for an answer. */
export const listExchange = (ctx: Context, requestId: string) =>
  read(ctx, async (db) => {
    const written = await db
      .select({
        id: messages.id,
        authorKind: messages.authorKind,
        authorName: messages.authorName,
        body: messages.body,
        at: messages.createdAt,
      })
      .from(messages)
      .where(eq(messages.requestId, requestId))
      .orderBy(asc(messages.createdAt));
    const asked = await db
      .select({
        id: supplements.id,
        question: supplements.question,
        dueAt: supplements.dueAt,
        askedAt: supplements.askedAt,
        answer: supplements.answer,
        answeredAt: supplements.answeredAt,
      })
      .from(supplements)
      .where(eq(supplements.requestId, requestId))
      .orderBy(asc(supplements.askedAt));
    const files = await listFilesOf({ ...ctx, db }, requestId);
    const filesIn = (id: string) => files.filter((file) => file.messageId === id);
    const filesFor = (id: string) => files.filter((file) => file.fieldId === supplementFiles(id));

    const entries: Entry[] = [
      ...written.map((message) => ({
        ...message,
        kind: "message" as const,
        files: filesIn(message.id),
      })),
      ...asked.flatMap((supplement) => entriesOf(supplement, filesFor(supplement.id))),
    ].sort((a, b) => a.at.getTime() - b.at.getTime());
    return { entries, files, waiting: asked.find(({ answeredAt }) => answeredAt === null) ?? null };
  });

type Supplement = {
  id: string;
  question: string;
  askedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
};

function entriesOf(supplement: Supplement, files: Entry["files"]): Entry[] {
  const { id, question, askedAt, answer, answeredAt } = supplement;
  const asked: Entry = {
    id,
    kind: "question",
    authorKind: "agent",
    authorName: null,
    body: question,
    at: askedAt,
    files: [],
  };
  if (answer === null || !answeredAt) return [asked];
  const reply = { id: `${id}-r`, kind: "answer", body: answer, at: answeredAt, files } as const;
  return [asked, { ...reply, authorKind: "resident", authorName: null }];
}

export type Exchange = Awaited<ReturnType<typeof listExchange>>;
