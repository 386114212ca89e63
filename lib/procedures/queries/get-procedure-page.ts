import "server-only";
import { type Context, read } from "@/lib/context";
import { getTownHall } from "@/lib/organisations/queries/find-organisation";
import { findPlace } from "@/lib/territory/queries/find-place";
import { getProcedure } from "./find-procedure";

type Asked = { insee?: string | undefined; organisation?: string | undefined };

/** A procedure for somebody there; with the town hall to turn to where nobody provides it. */
export const getProcedurePage = (ctx: Context, slug: string, { insee, organisation }: Asked) =>
  read(ctx, async (db) => {
    const inside = { actor: ctx.actor, db };
    const place = insee ? await findPlace(inside, insee) : null;
    const procedure = await getProcedure(inside, slug, { insee: place?.insee, organisation });
    const isNobodys = procedure.answer.kind === "none";
    return {
      ...procedure,
      place,
      hall: isNobodys ? await getTownHall(inside, place?.insee) : null,
    };
  });

export type ProcedurePage = Awaited<ReturnType<typeof getProcedurePage>>;
