import "server-only";
import { asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { organisations } from "@/db/schema/organisations";
import { procedureProviders, procedures } from "@/db/schema/procedures";
import { type Context, read, type Transaction } from "@/lib/context";
import type { Audience, Category, Provision } from "../model";

export type Filters = {
  q?: string | undefined;
  category?: Category | undefined;
  audience?: Audience | undefined;
};

/** How alike a typed word and a known one must be, from 0 to 1 (pg_trgm), to count as a typo. */
const TYPO = 0.5;

/**
 * Ids of the procedures that at least half of the words bring up, by stem (« déménager » finds
 * « déménagement ») or by likeness (« poubele » finds « poubelle »); best first. All for no words.
 */
const found = (words: string) => sql`
  with words as (
    select word, to_tsquery('guichet', word || ':*') as stem from unnest(search_words(${words})) as word
  ),
  hits as (
    select p.id, p.popularity,
      count(*) filter (where p.search @@ w.stem or word_similarity(w.word, p.search_text) >= ${TYPO}) as hits,
      count(*) as asked,
      sum(case when p.search @@ w.stem then 1 + ts_rank(p.search, w.stem)
               else word_similarity(w.word, p.search_text) / 2 end) as score
    from procedures p cross join words w
    group by p.id
  )
  select id, hits * 10 + score as rank from hits where hits * 2 >= asked and hits > 0
  union all
  select id, 0 from procedures where not exists (select from words)`;

export const provisionColumns = {
  id: procedureProviders.id,
  mode: procedureProviders.mode,
  linkUrl: procedureProviders.linkUrl,
  durationMinutes: procedureProviders.durationMinutes,
  price: procedureProviders.price,
  isOpenToAnonymous: procedureProviders.isOpenToAnonymous,
  asksForCertified: procedureProviders.asksForCertified,
};

export const organisationColumns = {
  slug: organisations.slug,
  name: organisations.name,
  kind: organisations.kind,
  insee: organisations.insee,
};

export type FoundProcedure = {
  slug: string;
  title: string;
  summary: string;
  category: Category;
  provisions: Provision[];
};

const where = ({ category, audience }: Filters): SQL | undefined =>
  sql.join(
    [
      sql`true`,
      ...(category ? [eq(procedures.category, category)] : []),
      ...(audience ? [eq(procedures.audience, audience)] : []),
    ],
    sql` and `,
  );

async function search(db: Transaction["db"], filters: Filters): Promise<FoundProcedure[]> {
  const rows = await db
    .select({
      slug: procedures.slug,
      title: procedures.title,
      summary: procedures.summary,
      category: procedures.category,
      provision: provisionColumns,
      organisation: organisationColumns,
    })
    .from(procedures)
    .innerJoin(sql`(${found(filters.q ?? "")}) as found`, sql`found.id = ${procedures.id}`)
    .innerJoin(procedureProviders, eq(procedureProviders.procedureId, procedures.id))
    .innerJoin(organisations, eq(organisations.id, procedureProviders.organisationId))
    .where(where(filters))
    .orderBy(
      sql`found.rank desc`,
      desc(procedures.popularity),
      asc(procedures.slug),
      asc(organisations.slug),
    );
  const bySlug = new Map<string, FoundProcedure>();
  for (const { provision, organisation, ...procedure } of rows) {
    const known = bySlug.get(procedure.slug) ?? { ...procedure, provisions: [] };
    known.provisions.push({ ...provision, organisation });
    bySlug.set(procedure.slug, known);
  }
  return [...bySlug.values()];
}

/** The catalogue, in one query: each procedure with everyone who provides it. */
export const searchProcedures = (ctx: Context, filters: Filters = {}) =>
  read(ctx, (db) => search(db, filters));
