const NBSP = "\u00a0";
const NARROW = "\u202f";

/**
 * French spacing for a sentence written with plain spaces: narrow before ; ! ?, no-break before :
 * and %, €, and inside « … ». Addresses (https://…) and hours (14:05) have no space and stay.
 */
export const frenchSpaces = (text: string) =>
  text
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    .replace(/ ([:%€»])/g, `${NBSP}$1`)
    .replace(/« /g, `«${NBSP}`);

export const capitalise = (text: string) => text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);

const startsWithVowel = /^[aàâeéèêëiîïoôuùûüœæ]/i;

/** « de Bron », « d’Oullins-Pierre-Bénite », « du Pass Urbain » is not guessed. */
export const ofName = (name: string) => (startsWithVowel.test(name) ? `d’${name}` : `de ${name}`);

/** The document's title; « Erreur : » comes first when the form has come back. */
export const pageTitle = (title: string, hasErrors: boolean) =>
  hasErrors ? `Erreur${NBSP}: ${title}` : title;
