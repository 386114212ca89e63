import "server-only";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { getTownHall, listUnits } from "@/lib/organisations/queries/find-organisation";
import { findPlace } from "@/lib/territory/queries/find-place";
import { answerOf } from "../model";
import { searchProcedures } from "./search-procedures";

/** A commune's own page: its town hall, and what it and the Métropole provide there. */
export const getCommunePage = (ctx: Context, insee: string) =>
  read(ctx, async (db) => {
    const inside = { actor: ctx.actor, db };
    const place = await findPlace(inside, insee);
    if (!place) throw notFound("Commune");
    const hall = await getTownHall(inside, place.insee);
    const answered = (await searchProcedures(inside)).map((procedure) => ({
      ...procedure,
      answer: answerOf(procedure.provisions, { insee: place.insee }),
    }));
    const isOwn = ({ answer }: (typeof answered)[number]) =>
      "provision" in answer && answer.provision.organisation.insee === place.insee;
    const isMetropole = ({ answer }: (typeof answered)[number]) =>
      "provision" in answer && answer.provision.organisation.kind === "metropole";
    return {
      place,
      hall,
      units: await listUnits(inside, hall.id),
      own: answered.filter(isOwn),
      metropole: answered.filter(isMetropole),
    };
  });
