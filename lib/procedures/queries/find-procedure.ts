import "server-only";
import { asc, eq } from "drizzle-orm";
import { organisations, units } from "@/db/schema/organisations";
import { procedureProviders, procedures } from "@/db/schema/procedures";
import { type Context, read, type Transaction } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { papersOf } from "@/lib/forms/model";
import { getDefinition } from "@/lib/forms/queries";
import { answerOf, type Place } from "../model";
import { organisationColumns, provisionColumns } from "./search-procedures";

const providerColumns = {
  content: procedureProviders.content,
  formVersionId: procedureProviders.formVersionId,
  legalDelayDays: procedureProviders.legalDelayDays,
  silence: procedureProviders.silence,
  checkedOn: procedureProviders.checkedOn,
  organisation: {
    slug: organisations.slug,
    name: organisations.name,
    kind: organisations.kind,
    phone: organisations.phone,
    address: organisations.address,
    openingHours: organisations.openingHours,
  },
  unit: { name: units.name, phone: units.phone, openingHours: units.openingHours },
};

type Paper = { title: string; note?: string };

async function findProvider(ctx: Context & { db: Transaction["db"] }, id: string) {
  const [provider] = await ctx.db
    .select(providerColumns)
    .from(procedureProviders)
    .innerJoin(organisations, eq(organisations.id, procedureProviders.organisationId))
    .leftJoin(units, eq(units.id, procedureProviders.unitId))
    .where(eq(procedureProviders.id, id));
  if (!provider) return null;
  const { formVersionId, content, ...rest } = provider;
  return { ...rest, content: { ...content, papers: await papersFor(ctx, content, formVersionId) } };
}

/** Those the organisation wrote; without any, those the form asks for. */
const papersFor = async (
  ctx: Context,
  { papers }: { papers: Paper[] },
  formVersionId: string | null,
): Promise<Paper[]> =>
  papers.length === 0 && formVersionId ? papersOf(await getDefinition(ctx, formVersionId)) : papers;

/** A procedure, everyone who provides it, and who does for somebody there. Not found: DomainError. */
export const getProcedure = (ctx: Context, slug: string, place: Place) =>
  read(ctx, async (db) => {
    const rows = await db
      .select({
        title: procedures.title,
        summary: procedures.summary,
        category: procedures.category,
        provision: provisionColumns,
        organisation: organisationColumns,
      })
      .from(procedures)
      .innerJoin(procedureProviders, eq(procedureProviders.procedureId, procedures.id))
      .innerJoin(organisations, eq(organisations.id, procedureProviders.organisationId))
      .where(eq(procedures.slug, slug))
      .orderBy(asc(organisations.slug));
    const [first] = rows;
    if (!first) throw notFound("Démarche");
    const provisions = rows.map(({ provision, organisation }) => ({ ...provision, organisation }));
    const answer = answerOf(provisions, place);
    const provider =
      "provision" in answer ? await findProvider({ ...ctx, db }, answer.provision.id) : null;
    const { title, summary, category } = first;
    return { slug, title, summary, category, provisions, answer, provider };
  });
