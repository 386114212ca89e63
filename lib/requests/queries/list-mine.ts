import "server-only";
import { and, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { organisations } from "@/db/schema/organisations";
import { procedures } from "@/db/schema/procedures";
import { requests, supplements } from "@/db/schema/requests";
import { type Context, read } from "@/lib/context";
import { INSTANT, UUID } from "@/lib/format/id";
import { CLOSED_STATUSES, OPEN_STATUSES, type Status } from "../model";

const [MOST_RUNNING, PAGE_SIZE] = [100, 10];

const columns = {
  id: requests.id,
  reference: requests.reference,
  status: requests.status,
  submittedAt: requests.submittedAt,
  updatedAt: requests.updatedAt,
  closedAt: requests.closedAt,
  draftExpiresAt: requests.draftExpiresAt,
  title: procedures.title,
  organisationName: organisations.name,
  organisationKind: organisations.kind,
  /** Until when a supplement is awaited. */
  dueAt: sql<string | null>`(select ${supplements.dueAt} from ${supplements}
    where ${supplements.requestId} = ${requests.id} and ${supplements.answeredAt} is null
    order by ${supplements.askedAt} desc limit 1)`.mapWith((value) => value && new Date(value)),
};

type Cursor = { at: Date; id: string };

const CURSOR = new RegExp(`^(${INSTANT})_(${UUID})$`);

export const readClosedCursor = (text: unknown): Cursor | null => {
  const [, at = "", id = ""] = CURSOR.exec(String(text)) ?? [];
  return Number.isNaN(Date.parse(at)) ? null : { at: new Date(at), id };
};

/**
 * The resident's own requests: drafts and running ones whole, closed ones ten by ten. Latest first, but what awaits
 * the resident comes before what they await.
 */
export const listMine = ({ actor }: Context, after: Cursor | null) =>
  read({ actor }, async (db) => {
    const mine = eq(requests.residentId, actor.id);
    const rows = () =>
      db
        .select(columns)
        .from(requests)
        .innerJoin(procedures, eq(procedures.id, requests.procedureId))
        .innerJoin(organisations, eq(organisations.id, requests.organisationId));
    const running = await rows()
      .where(and(mine, inArray(requests.status, ["draft", ...OPEN_STATUSES])))
      .orderBy(desc(requests.updatedAt))
      .limit(MOST_RUNNING);
    const older =
      after &&
      or(
        lt(requests.closedAt, after.at),
        and(eq(requests.closedAt, after.at), lt(requests.id, after.id)),
      );
    const found = await rows()
      .where(and(mine, inArray(requests.status, [...CLOSED_STATUSES]), older ?? undefined))
      .orderBy(desc(requests.closedAt), desc(requests.id))
      .limit(PAGE_SIZE + 1);
    const closed = found.slice(0, PAGE_SIZE);
    const last = closed.at(-1);
    const isAwaited = ({ status }: { status: Status }) => status === "awaiting_resident";
    const open = running.filter(({ status }) => status !== "draft");
    return {
      drafts: running.filter(({ status }) => status === "draft"),
      open: [...open.filter(isAwaited), ...open.filter((request) => !isAwaited(request))],
      closed,
      next:
        found.length > PAGE_SIZE && last?.closedAt
          ? `${last.closedAt.toISOString()}_${last.id}`
          : undefined,
    };
  });

export type MyRequest = Awaited<ReturnType<typeof listMine>>["open"][number];
