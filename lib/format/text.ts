const NBSP = "\u00a0";
const NARROW = "\u202f";

/**
 * French spacing for a sentence written with plain spaces: narrow before ; ! ?, no-break before :
 * and %, €, inside « … » and hours (8 h 30). Addresses (https://…) and hours (14:05) have no space and stay.
 */
export const frenchSpaces = (text: string) =>
  text
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    .replace(/ ([:%€»])/g, `${NBSP}$1`)
    .replace(/« /g, `«${NBSP}`)
    .replace(/(\d) h(?: (?=\d\d\b)|\b)/g, (hour) => hour.replaceAll(" ", NBSP));

const COMPOUND = /([\p{L}’]+(?:-[\p{L}’]+)+)/u;
/** Letters that fit beside another word on the smallest phone, in a title. */
const LONGEST_HELD = 16;

/** The text in parts: « aurez-vous » and « Vaulx-en-Velin » are held on one line, a longer compound may break. */
export function heldTogether(text: string) {
  let at = 0;
  // Split on a captured group, every second part is a compound.
  return text.split(COMPOUND).map((part, index) => {
    const start = at;
    at += part.length;
    return { at: start, part, isHeld: index % 2 === 1 && part.length <= LONGEST_HELD };
  });
}

export const capitalise = (text: string) => text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);

const startsWithVowel = /^[aàâeéèêëiîïoôuùûüœæ]/i;

/** « de Bron », « d’Oullins-Pierre-Bénite », « du Pass Urbain » is not guessed. */
export const ofName = (name: string) => (startsWithVowel.test(name) ? `d’${name}` : `de ${name}`);

/** The document's title; « Erreur : » comes first when the form has come back. */
export const pageTitle = (title: string, hasErrors: boolean) =>
  hasErrors ? `Erreur${NBSP}: ${title}` : title;

/** « Prénom » → « prénom », but « SIRET » stays. */
export const lowerFirst = (text: string) =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase("fr") + text.slice(1);

const FEMININE = /^(ville|métropole|commune|mairie|communauté)\b/i;
const MASCULINE = /^(ccas|syndicat|service|centre)\b/i;

/** « La Ville de Bron », « Le CCAS de Bron », « Pass Urbain »: an organisation that begins a sentence. */
export const subjectName = (organisation: string) => {
  if (FEMININE.test(organisation)) return `La ${organisation}`;
  return MASCULINE.test(organisation) ? `Le ${organisation}` : organisation;
};

/** « à la Ville de Bron », « à la Métropole de Lyon », « au CCAS de Bron », « à Pass Urbain » */
export const toName = (organisation: string) => {
  if (FEMININE.test(organisation)) return `à la ${organisation}`;
  return MASCULINE.test(organisation) ? `au ${organisation}` : `à ${organisation}`;
};

/** « de la Ville de Bron », « du CCAS de Bron », « de Pass Urbain » */
export const fromName = (organisation: string) => {
  if (FEMININE.test(organisation)) return `de la ${organisation}`;
  return MASCULINE.test(organisation) ? `du ${organisation}` : ofName(organisation);
};

/** What is looked for in a list, as its address says it. */
export const wordOf = (asked: unknown) =>
  typeof asked === "string" ? asked.replaceAll("\0", "").trim().slice(0, 100) : "";
