import type { TextFormat } from "../schemas/texts";

type Format = {
  /** What is kept of what was typed. */
  write: (typed: string) => string;
  is: (text: string) => boolean;
  /** What to do when it is not. */
  sentence: string;
  /** As people read it; as it is kept by default. */
  show?: (text: string) => string;
};

const squeeze = (typed: string) => typed.replace(/[\s.\-_]/g, "");
const squeezeUp = (typed: string) => typed.replace(/[\s.\-_/]/g, "").toUpperCase();

/** SIREN and SIRET carry the check digit of ISO/IEC 7812-1. */
function hasCheckDigit(digits: string) {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

const sumOf = (digits: string) => [...digits].reduce((sum, digit) => sum + Number(digit), 0);

/** Establishments of La Poste (SIREN 356000000) follow another rule: their digits add up to a multiple of 5. */
const isSiret = (text: string) =>
  /^\d{14}$/.test(text) &&
  (hasCheckDigit(text) || (text.startsWith("356000000") && sumOf(text) % 5 === 0));

/** AA-123-AA (since 2009); any other plate is kept in capitals. */
const plate = (typed: string) =>
  squeeze(typed)
    .toUpperCase()
    .replace(/^([A-Z]{2})(\d{3})([A-Z]{2})$/, "$1-$2-$3");

/** A number too long for the machine's own, modulo `by`. */
const modulo = (digits: string, by: number) =>
  [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % by, 0);

/** Lengths by country (ISO 13616) of those met most often here. */
const IBAN_LENGTHS: Record<string, number> = {
  ...{ BE: 16, CH: 21, DE: 22, ES: 24, FR: 27, GB: 22, IT: 27, LU: 20, MC: 27, NL: 18, PT: 25 },
};

/** ISO 13616: letters count from 10, and the whole leaves 1 modulo 97 (ISO 7064). */
function isIban(text: string) {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  if ((IBAN_LENGTHS[text.slice(0, 2)] ?? text.length) !== text.length) return false;
  const digits = [...text.slice(4), ...text.slice(0, 4)].map((sign) => Number.parseInt(sign, 36));
  return modulo(digits.join(""), 97) === 1;
}

const NIR = /^[1-478]\d\d(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d\d|2[AB])\d{8}$/;

/** Key: 97 less the thirteen signs modulo 97; Corsica's 2A and 2B count as 19 and 18 (INSEE). */
function isNir(text: string) {
  if (!NIR.test(text)) return false;
  const digits = text.slice(0, 13).replace("2A", "19").replace("2B", "18");
  return 97 - modulo(digits, 97) === Number(text.slice(13));
}

/** Belgian national number: key on nine digits, preceded by 2 for whoever was born from 2000. */
const isNrn = (text: string) =>
  /^\d{11}$/.test(text) &&
  ["", "2"].some(
    (century) => 97 - modulo(century + text.slice(0, 9), 97) === Number(text.slice(9)),
  );

/** Three last digits: the ten first modulo 511. */
const isTaxNumber = (text: string) =>
  /^[0-3]\d{12}$/.test(text) && Number(text.slice(0, 10)) % 511 === Number(text.slice(10));

const isWebAddress = (text: string) =>
  /^https?:\/\/[^\s/.]+\.[^\s]+$/i.test(text) && URL.canParse(text);

/** In groups of these lengths, then the rest. */
const grouped = (text: string, ...lengths: number[]): string => {
  const [first, ...others] = lengths;
  if (first === undefined || text.length <= first) return text;
  return `${text.slice(0, first)}\u00a0${grouped(text.slice(first), ...others)}`;
};

const byFour = (text: string) => (text.match(/.{1,4}/g) ?? []).join("\u00a0");

export const FORMATS: Record<TextFormat, Format> = {
  "postal-code": {
    write: squeeze,
    is: (text) => /^\d{5}$/.test(text),
    sentence: "Écrivez les 5 chiffres du code postal",
  },
  siren: {
    write: squeeze,
    is: (text) => /^\d{9}$/.test(text) && hasCheckDigit(text),
    sentence: "Écrivez les 9 chiffres du numéro SIREN",
    show: (text) => grouped(text, 3, 3),
  },
  siret: {
    write: squeeze,
    is: isSiret,
    sentence: "Écrivez les 14 chiffres du numéro SIRET",
    show: (text) => grouped(text, 3, 3, 3),
  },
  rna: {
    write: squeezeUp,
    is: (text) => /^W\d[0-9A-Z]\d{7}$/.test(text),
    sentence: "Écrivez le numéro RNA de l’association\u00a0: la lettre W puis 9 chiffres",
  },
  plate: {
    write: plate,
    is: (text) => /^(?=.*\d)[A-Z0-9-]{4,12}$/.test(text),
    sentence: "Écrivez l’immatriculation comme sur la plaque, par exemple AB-123-CD",
  },
  iban: {
    write: squeezeUp,
    is: isIban,
    sentence: "Recopiez l’IBAN en entier, comme sur le relevé d’identité bancaire",
    show: byFour,
  },
  nir: {
    write: squeezeUp,
    is: isNir,
    sentence:
      "Recopiez les 15 chiffres du numéro de sécurité sociale, avec la clé, comme sur la carte Vitale",
    show: (text) => grouped(text, 1, 2, 2, 2, 3, 3),
  },
  "nrn-be": {
    write: squeeze,
    is: isNrn,
    sentence: "Écrivez les 11 chiffres du numéro national belge",
    show: (text) => `${text.slice(0, 6)}-${text.slice(6, 9)}-${text.slice(9)}`,
  },
  caf: {
    write: squeezeUp,
    is: (text) => /^\d{5,7}[A-Z]?$/.test(text),
    sentence:
      "Écrivez le numéro d’allocataire de la Caf\u00a0: 7 chiffres, et sa lettre s’il en a une",
  },
  "tax-number": {
    write: squeeze,
    is: isTaxNumber,
    sentence: "Écrivez les 13 chiffres du numéro fiscal, en haut de l’avis d’impôt",
    show: (text) => grouped(text, 2, 2, 3, 3),
  },
  url: {
    write: (typed) => typed.replace(/\s/g, "").replace(/^(?!https?:)(?=[^/.]+\.)/i, "https://"),
    is: isWebAddress,
    sentence: "Écrivez l’adresse de la page, par exemple https://www.exemple.fr",
  },
  digits: {
    write: squeeze,
    is: (text) => /^\d+$/.test(text),
    sentence: "Écrivez uniquement des chiffres",
  },
};
