import "server-only";
import { type Context, read } from "@/lib/context";
import { findTownHall } from "@/lib/organisations/queries/find-organisation";
import { findPlace } from "@/lib/territory/queries/find-place";
import { answerOf } from "../model";
import { searchProcedures } from "./search-procedures";

const MOST_ASKED = 6;

/** The home page of somebody there: most asked procedures that are provided, and whom to call. */
export const getHome = (ctx: Context, insee: string | undefined) =>
  read(ctx, async (db) => {
    const inside = { actor: ctx.actor, db };
    const place = insee ? await findPlace(inside, insee) : null;
    const all = await searchProcedures(inside);
    const answered = all
      .map((procedure) => ({
        ...procedure,
        answer: answerOf(procedure.provisions, { insee: place?.insee }),
      }))
      .filter(({ answer }) => answer.kind !== "none");
    return {
      place,
      popular: answered.slice(0, MOST_ASKED),
      count: answered.length,
      hall: await findTownHall(inside, place?.insee),
    };
  });
