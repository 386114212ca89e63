import { describe, expect, test } from "vitest";
import { csvLine } from "./csv";
import {
  formatDay,
  formatDayTime,
  formatFullDay,
  formatShortDay,
  formatTime,
  formatTypedDay,
  parseDay,
} from "./date";
import {
  formatBytes,
  formatCapped,
  formatCount,
  formatDelay,
  formatPercent,
  plural,
} from "./number";
import { formatPhone, phoneHref } from "./phone";
import {
  capitalise,
  frenchSpaces,
  fromName,
  heldTogether,
  lowerFirst,
  ofName,
  pageTitle,
  subjectName,
  toName,
} from "./text";

/** No-break spaces shown as _ (ordinary) and ~ (narrow). */
const shown = (text: string) => text.replaceAll("\u00a0", "_").replaceAll("\u202f", "~");

const afternoon = new Date("2027-03-03T13:05:00Z");

describe("dates are those of Paris, whatever the clock of the machine", () => {
  test.each([
    [formatDay(afternoon), "3_mars_2027"],
    [formatDay("2027-03-01"), "1er_mars_2027"],
    [formatDay(new Date("2026-12-31T23:30:00Z")), "1er_janvier_2027"],
    [formatShortDay("2027-03-08"), "8_mars"],
    [formatFullDay("2027-03-08"), "lundi 8_mars_2027"],
    [formatTime(afternoon), "14_h_05"],
    [formatTime(new Date("2027-07-03T06:00:00Z")), "8_h"],
    [formatTime(new Date("2027-03-03T23:10:00Z")), "0_h_10"],
    [formatDayTime(afternoon), "3_mars_2027 à 14_h_05"],
    [formatTypedDay("2027-03-27"), "27/03/2027"],
  ])("%s", (text, expected) => expect(shown(text)).toBe(expected));

  test.each([
    ["27/03/2027", "2027-03-27"],
    [" 7.3.2027 ", "2027-03-07"],
    ["2027-03-27", "2027-03-27"],
    ["31/02/2027", null],
    ["29/02/2028", "2028-02-29"],
    ["27/03/27", null],
    ["demain", null],
  ])("parseDay(%j)", (typed, day) => expect(parseDay(typed)).toBe(day));
});

describe("numbers", () => {
  test.each([
    [formatCount(1421), "1~421"],
    [formatCapped(1001, 1000), "1~000+"],
    [formatCapped(999, 1000), "999"],
    [formatPercent(0.088), "8,8_%"],
    [formatBytes(1), "1_octet"],
    [formatBytes(240_000), "240_ko"],
    [formatBytes(999_999), "1_Mo"],
    [formatBytes(1_840_000), "1,8_Mo"],
    [formatBytes(2_000_000_000), "2_Go"],
    [plural(0, "demande"), "0_demande"],
    [plural(1, "demande"), "1_demande"],
    [plural(1421, "demande"), "1~421_demandes"],
    [plural(2, "travail", "travaux"), "2_travaux"],
    [formatDelay(5, "working-days"), "5_jours ouvrés"],
    [formatDelay(1), "1_jour"],
    [formatDelay(2, "months"), "2_mois"],
  ])("%s", (text, expected) => expect(shown(text)).toBe(expected));
});

describe("phones", () => {
  test.each([
    ["0639981234", "06_39_98_12_34", "tel:+33639981234"],
    ["+33 (0)6 39 98 12 34", "06_39_98_12_34", "tel:+33639981234"],
    ["0033465712020", "04_65_71_20_20", "tel:+33465712020"],
    ["3977", "3977", "tel:3977"],
    ["+41 22 555 12 34", "+41 22 555 12 34", "tel:+41225551234"],
  ])("%s", (typed, formatted, href) => {
    expect(shown(formatPhone(typed))).toBe(formatted);
    expect(phoneHref(typed)).toBe(href);
  });
});

test("text", () => {
  expect(shown(frenchSpaces("Où ? « Ici » : 8 %, voir https://exemple.fr à 14:05 !"))).toBe(
    "Où~? «_Ici_»_: 8_%, voir https://exemple.fr à 14:05~!",
  );
  expect(shown(frenchSpaces("De 8 h 30 à 12 h et de 14 h à 17 h, 3 hommes"))).toBe(
    "De 8_h_30 à 12_h et de 14_h à 17_h, 3 hommes",
  );
  expect(capitalise("école")).toBe("École");
  expect([ofName("Bron"), ofName("Oullins"), ofName("Écully")]).toEqual([
    "de Bron",
    "d’Oullins",
    "d’Écully",
  ]);
  expect(shown(pageTitle("Où et quand", true))).toBe("Erreur_: Où et quand");
  expect(pageTitle("Où et quand", false)).toBe("Où et quand");
});

test("organisations take their article", () => {
  expect(["Ville de Bron", "CCAS de Bron", "Pass Urbain"].map(subjectName)).toEqual([
    "La Ville de Bron",
    "Le CCAS de Bron",
    "Pass Urbain",
  ]);
  expect(["Métropole de Lyon", "CCAS de Bron", "Oullins"].map(fromName)).toEqual([
    "de la Métropole de Lyon",
    "du CCAS de Bron",
    "d’Oullins",
  ]);
  expect(["Métropole de Lyon", "CCAS de Bron", "Pass Urbain"].map(toName)).toEqual([
    "à la Métropole de Lyon",
    "au CCAS de Bron",
    "à Pass Urbain",
  ]);
  expect(["Prénom", "SIRET", "Où et quand ?"].map(lowerFirst)).toEqual([
    "prénom",
    "SIRET",
    "où et quand ?",
  ]);
});

test.each([
  ["Quand aurez-vous une réponse\u202f?", ["aurez-vous"]],
  ["De Vaulx-en-Velin à Saint-Fons", ["Vaulx-en-Velin", "Saint-Fons"]],
  ["À Oullins-Pierre-Bénite, sur un petit téléphone", []],
  ["Le 12-14 rue de la Marne - 3-B", []],
])("short compounds stay on one line: %s", (text, held) => {
  const parts = heldTogether(text);
  expect(parts.map(({ part }) => part).join("")).toBe(text);
  expect(parts.filter(({ isHeld }) => isHeld).map(({ part }) => part)).toEqual(held);
});

test.each([
  ["Ville de Bron", '"Ville de Bron"'],
  ["« 12 ; 14 », dit-elle", '"« 12 ; 14 », dit-elle"'],
  ['le "Guichet"', '"le ""Guichet"""'],
  ["=1+1", `"'=1+1"`],
  ["+33", `"'+33"`],
  ["-2", `"'-2"`],
  ["@SOMME(A1)", `"'@SOMME(A1)"`],
  ["\t=1+1", `"'\t=1+1"`],
  ["\r=1+1", `"'\r=1+1"`],
])("a spreadsheet reads %j as text", (text, cell) => {
  expect(csvLine([text, "x"])).toBe(`${cell};"x"\r\n`);
});
