import "server-only";
import { asc, eq, exists } from "drizzle-orm";
import { organisations } from "@/db/schema/organisations";
import { procedureProviders } from "@/db/schema/procedures";
import { type Context, read } from "@/lib/context";
import { findPlace } from "@/lib/territory/queries/find-place";
import { answerOf } from "../model";
import { type Filters, searchProcedures } from "./search-procedures";

/** Organisations that provide at least one procedure. */
const listProviders = (ctx: Context) =>
  read(ctx, (db) =>
    db
      .select({ slug: organisations.slug, name: organisations.name })
      .from(organisations)
      .where(
        exists(
          db
            .select({ id: procedureProviders.id })
            .from(procedureProviders)
            .where(eq(procedureProviders.organisationId, organisations.id)),
        ),
      )
      .orderBy(asc(organisations.name)),
  );

type Asked = Filters & { insee?: string | undefined; organisation?: string | undefined };

/** The catalogue as somebody there sees it; with `organisation`, only what that one provides. */
export const getCatalogue = (ctx: Context, { insee, organisation, ...filters }: Asked) =>
  read(ctx, async (db) => {
    const inside = { actor: ctx.actor, db };
    const place = insee ? await findPlace(inside, insee) : null;
    const found = (await searchProcedures(inside, filters)).map((procedure) => ({
      ...procedure,
      answer: answerOf(procedure.provisions, { insee: place?.insee, organisation }),
    }));
    const procedures = organisation ? found.filter(({ answer }) => "provision" in answer) : found;
    return { place, procedures, providers: await listProviders(inside) };
  });
