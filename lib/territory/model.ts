export const LYON = "69123";

/** A commune of the Métropole, or an arrondissement of Lyon (then `parentInsee` is Lyon's). */
export type Place = {
  insee: string;
  name: string;
  slug: string;
  postalCodes: string[];
  parentInsee: string | null;
};

/** A name or code that no longer is a commune's, and the commune that took over. */
export type Alias = { insee: string; name: string; communeInsee: string };

export type Territory = { places: readonly Place[]; aliases: readonly Alias[] };

/** `ask`: several communes answer to what was given; the person chooses. */
export type Resolution =
  | { kind: "found"; place: Place }
  | { kind: "ask"; places: Place[] }
  | { kind: "none" };

/** Lower case, no accent, « Saint » written out, one space between words. */
export const normaliseName = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\bste\b/g, "sainte")
    .replace(/\bst\b/g, "saint")
    .trim();

export const slugOf = (name: string) => normaliseName(name).replaceAll(" ", "-");

const isNamed = (place: Place, name: string) =>
  normaliseName(place.name) === name ||
  (place.parentInsee === LYON && boroughNames(place).includes(name));

/** « lyon 3 », « lyon 3e », « lyon 3eme » for « Lyon 3e Arrondissement ». */
function boroughNames({ name }: Place) {
  const number = /\d+/.exec(name)?.[0] ?? "";
  return ["", "e", "er", "eme"].map((suffix) => `lyon ${number}${suffix}`);
}

/** Edits between two words (insert, drop, replace), at most `max` + 1. */
export function distance(a: string, b: string, max = 3) {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + cost,
      );
    }
    previous = row;
  }
  return previous[b.length] ?? max + 1;
}

const answer = (places: Place[]): Resolution => {
  const [first, ...others] = places;
  if (!first) return { kind: "none" };
  return others.length === 0 ? { kind: "found", place: first } : { kind: "ask", places };
};

function byInsee({ places, aliases }: Territory, insee: string) {
  const code = places.some((p) => p.insee === insee)
    ? insee
    : aliases.find((a) => a.insee === insee)?.communeInsee;
  return places.filter((p) => p.insee === code);
}

/** A Lyon postal code names an arrondissement; elsewhere a code may be shared by several communes. */
const byPostalCode = ({ places }: Territory, postalCode: string) =>
  places.filter((p) => p.insee !== LYON && p.postalCodes.includes(postalCode));

function byName({ places, aliases }: Territory, input: string) {
  const name = normaliseName(input);
  const exact = places.filter((p) => isNamed(p, name));
  if (exact.length > 0) return exact;
  const former = aliases.filter((a) => normaliseName(a.name) === name).map((a) => a.communeInsee);
  if (former.length > 0) return places.filter((p) => former.includes(p.insee));
  const starting = name.length < 3 ? [] : places.filter((p) => isStarted(p, name));
  return starting.length > 0 ? starting : byTypo({ places, aliases }, name);
}

const isStarted = (place: Place, name: string) =>
  place.parentInsee === null && ` ${normaliseName(place.name)}`.includes(` ${name}`);

/** The nearest names: one typo for a short word, two or three for a long one. */
function byTypo({ places, aliases }: Territory, name: string) {
  const max = name.length < 5 ? 1 : name.length < 10 ? 2 : 3;
  const names = [
    ...places.filter((p) => p.parentInsee === null).map((p) => [p.insee, p.name] as const),
    ...aliases.map((a) => [a.communeInsee, a.name] as const),
  ].map(([insee, known]) => ({ insee, away: distance(name, normaliseName(known), max) }));
  const best = Math.min(...names.map(({ away }) => away));
  if (name.length < 3 || best > max) return [];
  const codes = names.filter(({ away }) => away === best).map(({ insee }) => insee);
  return places.filter((p) => codes.includes(p.insee));
}

/**
 * The commune meant by an INSEE code (a former one too), a postal code or a name, with its accents
 * or not, a typo or two. A postal code shared by several communes never decides alone.
 * Five digits are an INSEE code only when `as` says so: 69250 is both La Tour-de-Salvagny and a
 * postal code.
 */
export function resolveCommune(
  territory: Territory,
  input: string,
  as: "insee" | "typed" = "typed",
): Resolution {
  const given = input.trim();
  if (as === "insee") return answer(byInsee(territory, given));
  const code = /\b\d{5}\b/.exec(given)?.[0];
  if (!code) return answer(byName(territory, given));
  const sharing = byPostalCode(territory, code);
  const rest = normaliseName(given.replace(code, ""));
  const named = rest === "" ? [] : sharing.filter((p) => isNamed(p, rest));
  return answer(named.length > 0 ? named : sharing);
}

/** One that can be written on an envelope. Degrees, WGS 84; `source`: who knows it. */
export type Address = {
  /** « 12 rue de la Marne, 69500 Bron » */
  label: string;
  houseNumber?: string;
  /** Without the number; empty when only the commune is known. */
  street: string;
  postalCode: string;
  commune: string;
  /** Of the commune of today: Lyon for its arrondissements, 69149 for the former 69152. */
  insee: string;
  latitude?: number;
  longitude?: number;
  source: AddressSource;
};

export const ADDRESS_SOURCES = ["embedded", "grandlyon", "geoplateforme"] as const;
export type AddressSource = (typeof ADDRESS_SOURCES)[number];

/** Written under the list: who has to be named (licence ouverte 2.0, art. « paternité »). */
export const ADDRESS_CREDITS: Record<AddressSource, string> = {
  embedded: "rues principales de la Métropole",
  grandlyon: "Métropole de Lyon et Base adresse nationale",
  geoplateforme: "Base adresse nationale",
};

const FORMER: Readonly<Record<string, string>> = { "69152": "69149" };

/** The commune of today behind an INSEE code: arrondissements of Lyon and merged communes. */
export const currentInsee = (insee: string) =>
  /^6938[1-9]$/.test(insee) ? LYON : (FORMER[insee] ?? insee);

const WRITTEN_OUT: Readonly<Record<string, string>> = {
  all: "allee",
  av: "avenue",
  ave: "avenue",
  bd: "boulevard",
  bld: "boulevard",
  blvd: "boulevard",
  ch: "chemin",
  che: "chemin",
  crs: "cours",
  fg: "faubourg",
  gal: "general",
  imp: "impasse",
  mte: "montee",
  pl: "place",
  qu: "quai",
  r: "rue",
  rte: "route",
  sq: "square",
};

/** A street as it is searched: normalised, its abbreviations written out. */
export const wordsOf = (text: string) =>
  normaliseName(text)
    .split(" ")
    .map((word) => WRITTEN_OUT[word] ?? word)
    .join(" ");

const HOUSE_NUMBER = /^\s*(\d{1,4})\s*(bis|ter|quater|[a-dA-D])?(?=[\s,]|$)[\s,]*/i;

/** « 12 bis » and the rest, written out; the number is empty when there is none. */
export function splitAddress(query: string) {
  const found = HOUSE_NUMBER.exec(query);
  const houseNumber = [found?.[1], found?.[2]?.toLowerCase()].filter(Boolean).join(" ");
  return { houseNumber, words: wordsOf(query.slice(found?.[0].length ?? 0)) };
}

export function labelOf({
  houseNumber,
  street,
  postalCode,
  commune,
}: Pick<Address, "houseNumber" | "street" | "postalCode" | "commune">) {
  const line = [houseNumber, street].filter(Boolean).join(" ");
  return [line, `${postalCode} ${commune}`].filter(Boolean).join(", ");
}
