import "server-only";
import { and, type Column, eq, like, or, type SQL, sql } from "drizzle-orm";
import { communes, streets } from "@/db/schema/territory";
import { type Context, read } from "@/lib/context";
import { type Address, currentInsee, labelOf, normaliseName, splitAddress } from "../model";

/** `insee`: streets of this commune come first; the others stay. */
export type Near = { insee?: string | undefined; limit: number };

/** The street's own name, without its commune. */
const ownName = sql`translate(unaccent(lower(${streets.name})), '’''-', '   ')`;

const startsAWord = (text: Column | SQL, word: string) =>
  or(like(text, `${word}%`), like(text, `% ${word}%`));

/** Each word typed starts a word of the street, its commune or its postal code; one at least of the street. */
const hasAllWords = (words: readonly string[]) =>
  and(
    ...words.map((word) => startsAWord(streets.words, word)),
    or(...words.map((word) => startsAWord(ownName, word))),
  );

/** The street meant through typing mistakes, by trigrams. */
const isSimilar = (words: string) => sql`word_similarity(${ownName}, ${words}) >= 0.5`;

/** « Lyon 3e » for « Lyon 3e Arrondissement », as on an envelope. */
const shortName = (name: string) => name.replace(" Arrondissement", "");

/** The embedded provider: streets of the table, with typos and abbreviations. */
export async function searchStreets(
  ctx: Context,
  query: string,
  { insee, limit }: Near,
): Promise<Address[]> {
  const { houseNumber, words } = splitAddress(query);
  if (words.length < 3) return [];
  const isNear = sql`(${communes.insee} = ${insee ?? ""} or ${communes.parentInsee} = ${insee ?? ""}) is true`;
  const rows = await read(ctx, async (db) => {
    const list = (where: SQL | undefined) =>
      db
        .select({
          street: streets.name,
          postalCode: streets.postalCode,
          insee: streets.insee,
          commune: communes.name,
        })
        .from(streets)
        .innerJoin(communes, eq(communes.insee, streets.insee))
        .where(where)
        .orderBy(
          sql`${isNear} desc, word_similarity(${words}, ${streets.words}) desc`,
          streets.name,
          streets.postalCode,
        )
        .limit(limit);
    const exact = await list(hasAllWords(words.split(" ")));
    return exact.length > 0 ? exact : list(isSimilar(words));
  });
  return rows.map((row) => {
    const part = { ...row, commune: shortName(row.commune), ...(houseNumber && { houseNumber }) };
    return {
      ...part,
      label: labelOf(part),
      insee: currentInsee(row.insee),
      source: "embedded" as const,
    };
  });
}

/** For a commune's name or postal code alone: an address without a street. */
export async function searchCommunes(
  ctx: Context,
  query: string,
  { limit }: Near,
): Promise<Address[]> {
  const words = normaliseName(query);
  if (words.length < 2) return [];
  const name = sql`replace(${communes.slug}, '-', ' ')`;
  const code = sql`array_to_string(${communes.postalCodes}, ' ')`;
  const rows = await read(ctx, (db) =>
    db
      .select({ insee: communes.insee, name: communes.name, postalCodes: communes.postalCodes })
      .from(communes)
      .where(sql`${name} like ${`${words}%`} or ${name} % ${words} or ${code} like ${`%${words}%`}`)
      .orderBy(sql`${name} like ${`${words}%`} desc, similarity(${name}, ${words}) desc`)
      .limit(limit),
  );
  return rows.map(({ insee, name, postalCodes }) => {
    const typed = postalCodes.find((known) => known === words);
    const part = {
      street: "",
      postalCode: typed ?? postalCodes[0] ?? "",
      commune: shortName(name),
    };
    return { ...part, label: labelOf(part), insee: currentInsee(insee), source: "embedded" };
  });
}
