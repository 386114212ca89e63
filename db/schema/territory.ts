import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { everybodyReads, systemSeesAll } from "./roles";

/** The 58 communes of the Métropole, and the arrondissements of Lyon with Lyon as their parent. */
export const communes = pgTable(
  "communes",
  {
    insee: text().primaryKey(),
    name: text().notNull(),
    slug: text().notNull().unique(),
    /** None for an arrondissement. */
    siren: text(),
    /** A postal code never tells the commune: seven are shared. */
    postalCodes: text().array().notNull().default(sql`'{}'`),
    /** Population municipale, inhabitants. */
    population: integer().notNull(),
    /** Degrees, WGS 84. */
    longitude: doublePrecision().notNull(),
    latitude: doublePrecision().notNull(),
    parentInsee: text().references((): AnyPgColumn => communes.insee),
  },
  (t) => [index("communes_parent_idx").on(t.parentInsee), everybodyReads, systemSeesAll],
);

/** Former communes: Oullins and Pierre-Bénite (69152) are 69149 since 2024-01-01. */
export const communeAliases = pgTable(
  "commune_aliases",
  {
    insee: text().notNull(),
    name: text().notNull(),
    communeInsee: text()
      .notNull()
      .references(() => communes.insee),
  },
  (t) => [primaryKey({ columns: [t.insee, t.name] }), everybodyReads, systemSeesAll],
);

/**
 * Streets known without any outside service: what the embedded address search reads. In Lyon, of the
 * arrondissement. `words`: street, commune and postal code as `wordsOf` writes them.
 */
export const streets = pgTable(
  "streets",
  {
    insee: text()
      .notNull()
      .references(() => communes.insee),
    name: text().notNull(),
    postalCode: text().notNull(),
    words: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.insee, t.name] }),
    index("streets_words_idx").using("gin", t.words.op("gin_trgm_ops")),
    everybodyReads,
    systemSeesAll,
  ],
);
