import fc from "fast-check";
import { expect, test } from "vitest";
import { anyExpression } from "@/db/test/random-expressions";
import { check } from "./check";
import { checkTemplate } from "./check-template";
import { FILTERS } from "./filters";
import { parseExpression } from "./parse";
import { parseTemplate } from "./parse-template";
import { SIGNATURES } from "./signatures";
import { type Declared, plain } from "./types";

const options = [
  { value: "a", label: "Vélo" },
  { value: "b", label: "Bus" },
];

const declared: Declared = {
  nom: plain("text"),
  age: plain("number"),
  oui: plain("boolean"),
  jour: plain("day"),
  moment: plain("moment"),
  heure: plain("clock"),
  piece: plain("file"),
  lieu: plain("place"),
  choix: { is: "choice", options },
  commune: { is: "choice", options: [], others: true, parts: { insee: plain("text") } },
  libre: { is: "choice", options, others: true },
  plusieurs: { is: "list", of: { is: "choice", options } },
  enfants: { is: "list", of: { is: "record", parts: { prenom: plain("text") } } },
  reponse: { is: "record", parts: {}, open: true },
  dehors: plain("anything"),
};

const checked = (source: string) => {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(parsed.message);
  return check(parsed.tree, declared);
};

test.each([
  ['choix == "a" and not plusieurs|length > 3', "boolean"],
  ['choix == "Vélo"', "boolean"],
  ['libre == "autre chose"', "boolean"],
  ['"b" in plusieurs', "boolean"],
  ['choix in ["a", "b"]', "boolean"],
  ['"om" in nom', "boolean"],
  ['oui == "True"', "boolean"],
  ['age == "0,00"', "boolean"],
  ["nom > 3", "boolean"],
  ['jour > "2027-03-01"', "boolean"],
  ["jour <= today", "boolean"],
  ["moment < now", "boolean"],
  ['heure >= "08:30"', "boolean"],
  ["jour == None", "boolean"],
  ["age * 2 + 1", "number"],
  ['nom + "x"', "text"],
  ["nom|add:1 > 0", "boolean"],
  ["today|add_days:3", "day"],
  ['today|date:"d/m/Y"', "text"],
  ["jour|age_in_years", "number"],
  ["enfants.0.prenom", "text"],
  ["enfants|first", "record"],
  ["reponse.data.0.nom", "anything"],
  ["dehors|lower", "text"],
  ["age if oui else 0", "number"],
  ["lieu|distance:lieu", "number"],
  ["commune.insee", "text"],
  ['commune == "Bron"', "boolean"],
])("%s is sound, and gives %s", (source, type) => {
  expect(checked(source)).toMatchObject({ problems: [], type: { is: type } });
});

test.each([
  ["inconnu == 1", "«\u00a0inconnu\u00a0» n’est pas connu ici."],
  ['choix == "c"', "«\u00a0choix\u00a0» ne peut pas avoir la réponse «\u00a0c\u00a0»"],
  ['choix in ["a", "c"]', "la réponse «\u00a0c\u00a0»"],
  ['"c" in plusieurs', "la réponse «\u00a0c\u00a0»"],
  ['age == "abc"', "la condition ne serait jamais vraie"],
  ["jour == 3", "la réponse «\u00a03\u00a0»"],
  ['jour > "demain"', "la réponse «\u00a0demain\u00a0»"],
  ["oui == 3", "la réponse «\u00a03\u00a0»"],
  ["age == jour", "est un nombre, «\u00a0jour\u00a0» une date"],
  ["oui > 1", "est un oui ou non"],
  ["choix > 3", "jamais vraie"],
  ["piece == piece", "ne se comparent pas"],
  ["nom in age", "On ne peut rien chercher dans «\u00a0age\u00a0»"],
  ["age in plusieurs", "ne se comparent pas"],
  ["jour + 1", "«\u00a0jour\u00a0» est une date\u00a0: on ne peut pas calculer avec."],
  ['"abc" * 2', "on ne peut pas calculer avec"],
  ["nom|nulle_part", "Le filtre «\u00a0nulle_part\u00a0» n’existe pas ici."],
  ["nom|add", "attend un argument."],
  ["nom|lower:1", "» n’attend aucun argument."],
  ["age|add_days:1", "ne convient pas à «\u00a0age\u00a0», qui est un nombre"],
  ["oui|sum", "ne convient pas"],
  ["enfants.0.nom", "«\u00a0enfants.0.nom\u00a0» n’existe pas."],
  ["nom.taille", "n’existe pas\u00a0: c’est un texte"],
])("%s: %s", (source, problem) => {
  expect(checked(source).problems.join("\n")).toContain(problem);
});

test.each([
  ["{{ nom }}{% for e in enfants %}{{ e.prenom }}{{ forloop.counter }}{% endfor %}", []],
  ["{{ inconnu }}", ["«\u00a0inconnu\u00a0» n’est pas connu ici."]],
  ["{% with x=nom %}{{ x }}{% endwith %}{{ x }}", ["«\u00a0x\u00a0» n’est pas connu ici."]],
  ["{% qrcode nom %}", ["La balise «\u00a0qrcode\u00a0» n’existe pas ici."]],
])("in the template %s, what is wrong is %j", (source, problems) => {
  const parsed = parseTemplate(source);
  expect(parsed.ok && checkTemplate(parsed.tree, declared)).toEqual(problems);
});

test("every filter is described, and nothing else", () => {
  expect(Object.keys(SIGNATURES).sort()).toEqual(Object.keys(FILTERS).sort());
});

test("whatever the expression, it is judged", () => {
  fc.assert(
    fc.property(anyExpression, (tree) => {
      expect(check(tree, declared).type.is).toBeTypeOf("string");
    }),
    { numRuns: 200 },
  );
});
