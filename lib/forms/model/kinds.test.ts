import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { answersOf, asTyped, checkStep, summary, type Typed } from "../model";
import { formDefinition } from "../schemas";
import type { field } from "../schemas/fields";

type Input = z.input<typeof field>;

const plainSpaces = (text = "") => text.replace(/[\u00a0\u202f]/g, " ");

const TODAY = "2027-03-01";
const text = { id: "q", label: "Nom", type: "text" } as const;
const options = ["matin", "soir"].map((value) => ({ value, label: value }));
const linked: Input = {
  ...{ ...text, type: "linked-choice", levels: ["Commune", "Rue"] },
  options: [
    { value: "bron", label: "Bron" },
    { value: "lyon", label: "Lyon" },
    { value: "ailleurs", label: "Ailleurs" },
    { value: "marne", label: "rue de la Marne", parent: "bron" },
    { value: "peri", label: "rue Gabriel-Péri", parent: "lyon" },
  ],
};
const ranking = { ...text, type: "ranking" as const, options };
const matrix = {
  ...{ ...text, type: "matrix" as const },
  rows: [
    { value: "proprete", label: "Propreté" },
    { value: "bruit", label: "Bruit" },
  ],
  columns: [
    { value: "bien", label: "Bien" },
    { value: "mal", label: "Mal" },
  ],
};
const signature = { ...text, type: "signature" as const };
const map = { ...text, type: "map" as const };
const IBAN = "fr76 3000 6000 0112 3456 7890 189";

const formOf = (input: Input) =>
  formDefinition.parse({ steps: [{ id: "s", title: "S", fields: [input] }] });

/** As typed, as kept, as people read it. */
const GOOD: [Input, Typed, answer: unknown, shown: string][] = [
  [{ ...text, format: "siret" }, { q: "35600000000048" }, "35600000000048", "356 000 000 00048"],
  [{ ...text, format: "siret" }, { q: "356 000 000 49837" }, "35600000049837", "356 000 000 49837"],
  [{ ...text, format: "rna" }, { q: "w 691234567" }, "W691234567", "W691234567"],
  [
    { ...text, format: "iban" },
    { q: IBAN },
    "FR7630006000011234567890189",
    "FR76 3000 6000 0112 3456 7890 189",
  ],
  [
    { ...text, format: "iban" },
    { q: "be68 5390 0754 7034" },
    "BE68539007547034",
    "BE68 5390 0754 7034",
  ],
  [
    { ...text, format: "nir" },
    { q: "2 94 03 69 123 456 03" },
    "294036912345603",
    "2 94 03 69 123 456 03",
  ],
  [
    { ...text, format: "nir" },
    { q: "1 82 05 2a 123 456 83" },
    "182052A12345683",
    "1 82 05 2A 123 456 83",
  ],
  [
    { ...text, format: "nir" },
    { q: "1 82 05 2B 123 456 13" },
    "182052B12345613",
    "1 82 05 2B 123 456 13",
  ],
  [{ ...text, format: "nrn-be" }, { q: "85.07.30-033 28" }, "85073003328", "850730-033-28"],
  [{ ...text, format: "caf" }, { q: "1234567 a" }, "1234567A", "1234567A"],
  [
    { ...text, format: "tax-number" },
    { q: "30 23 217 600 053" },
    "3023217600053",
    "30 23 217 600 053",
  ],
  [
    { ...text, format: "url" },
    { q: "www.bron.fr/a" },
    "https://www.bron.fr/a",
    "https://www.bron.fr/a",
  ],
  [{ ...text, type: "currency" }, { q: "1 250,5 €" }, 1250.5, "1 250,50 €"],
  [{ ...text, type: "currency" }, { q: "12 euros" }, 12, "12 €"],
  [{ ...text, type: "rating" }, { q: "4" }, 4, "4 sur 5"],
  [{ ...text, type: "time" }, { q: "9h" }, "09:00", "9 h"],
  [{ ...text, type: "time" }, { q: "14 heures 30" }, "14:30", "14 h 30"],
  [{ ...text, type: "time" }, { q: "1430" }, "14:30", "14 h 30"],
  [{ ...text, type: "time" }, { q: "midi" }, "12:00", "12 h"],
  [
    { ...text, type: "time-range" },
    { "q.start": "9h", "q.end": "9:30" },
    { start: "09:00", end: "09:30" },
    "De 9 h à 9 h 30",
  ],
  [
    { ...text, type: "time-range", overnight: true },
    { "q.start": "22h", "q.end": "6h" },
    { start: "22:00", end: "06:00" },
    "De 22 h à 6 h",
  ],
  [
    { ...text, type: "date-time" },
    { "q.date": "27 mars 2027", "q.time": "9h15" },
    "2027-03-27T09:15",
    "27 mars 2027 à 9 h 15",
  ],
  [{ ...text, type: "partial-date" }, { q: "1987" }, "1987", "1987"],
  [{ ...text, type: "partial-date" }, { q: "Mars 1987" }, "1987-03", "mars 1987"],
  [{ ...text, type: "partial-date" }, { q: "3/1987" }, "1987-03", "mars 1987"],
  [{ ...text, type: "partial-date" }, { q: "27/03/1987" }, "1987-03-27", "27 mars 1987"],
  [linked, { "q.0": "bron", "q.1": "marne" }, ["bron", "marne"], "Bron, rue de la Marne"],
  [linked, { "q.0": "ailleurs", "q.1": "marne" }, ["ailleurs"], "Ailleurs"],
  [ranking, { "q.0": "2", "q.1": "1" }, ["soir", "matin"], "1. soir / 2. matin"],
  [{ ...ranking, top: 1 }, { "q.1": "1" }, ["soir"], "1. soir"],
  [
    matrix,
    { "q.proprete": "bien", "q.bruit": "mal" },
    { proprete: "bien", bruit: "mal" },
    "Propreté : Bien / Bruit : Mal",
  ],
  [
    { ...matrix, several: true },
    { "q.proprete": ["mal", "bien"], "q.bruit": "mal" },
    { proprete: ["bien", "mal"], bruit: ["mal"] },
    "Propreté : Bien, Mal / Bruit : Mal",
  ],
  [
    signature,
    { "q.name": "Samira Benali", "q.drawing": "M10 20L30 40" },
    { name: "Samira Benali", drawing: "M10 20L30 40" },
    "Signé : Samira Benali / Signature dessinée à l’écran",
  ],
  [signature, { "q.drawing": "M1 2M3 4" }, { drawing: "M1 2M3 4" }, "Signature dessinée à l’écran"],
  [map, { "q.address": "Place du Marché" }, { address: "Place du Marché" }, "Place du Marché"],
  [
    map,
    { "q.positions": "45,733 4,9112" },
    { type: "Point", coordinates: [4.9112, 45.733] },
    "45.733, 4.9112",
  ],
  [
    { ...map, geometry: "polygon" },
    { "q.positions": "45.7, 4.9\n45.8, 4.9\n45.8, 5" },
    {
      type: "Polygon",
      coordinates: [
        [
          [4.9, 45.7],
          [4.9, 45.8],
          [5, 45.8],
          [4.9, 45.7],
        ],
      ],
    },
    "45.7, 4.9 / 45.8, 4.9 / 45.8, 5",
  ],
];

const WRONG: [Input, Typed, Record<string, RegExp>][] = [
  [{ ...text, format: "siret" }, { q: "35600000049838" }, { q: /14 chiffres/ }],
  [{ ...text, format: "siren" }, { q: "732829321" }, { q: /9 chiffres/ }],
  [{ ...text, format: "rna" }, { q: "W69123456" }, { q: /lettre W/ }],
  [{ ...text, format: "iban" }, { q: IBAN.replace("189", "188") }, { q: /IBAN en entier/ }],
  [{ ...text, format: "iban" }, { q: IBAN.slice(0, -1) }, { q: /IBAN en entier/ }],
  [{ ...text, format: "nir" }, { q: "2 94 03 69 123 456 04" }, { q: /carte Vitale/ }],
  [{ ...text, format: "nir" }, { q: "1 82 05 2A 123 456 13" }, { q: /carte Vitale/ }],
  [{ ...text, format: "tax-number" }, { q: "3023217600054" }, { q: /13 chiffres/ }],
  [{ ...text, format: "url" }, { q: "javascript:alert(1)" }, { q: /https/ }],
  [{ ...text, type: "currency" }, { q: "12,505" }, { q: /125,50/ }],
  [{ ...text, type: "currency" }, { q: "-1" }, { q: /0 € ou plus/ }],
  [{ ...text, type: "currency", max: 9 }, { q: "10" }, { q: /entre 0 et 9 €/ }],
  [{ ...text, type: "rating" }, { q: "6" }, { q: /choisissez une note/ }],
  [{ ...text, type: "time" }, { q: "25h" }, { q: /14 h 30/ }],
  [{ ...text, type: "time", min: "08:00", max: "12:00" }, { q: "7h59" }, { q: /8 h et 12 h/ }],
  [{ ...text, type: "time-range" }, { "q.start": "9h" }, { "q.end": /heure de fin/ }],
  [
    { ...text, type: "time-range" },
    { "q.start": "9h", "q.end": "8h" },
    { "q.end": /plus tardive que 9 h/ },
  ],
  [{ ...text, type: "date-time" }, {}, { "q.date": /une date, .* puis une heure/ }],
  [
    { ...text, type: "date-time", min: { days: 1 } },
    { "q.date": "01/03/2027", "q.time": "" },
    { "q.date": /2 mars 2027/, "q.time": /une heure/ },
  ],
  [{ ...text, type: "partial-date", atLeast: "month" }, { q: "1987" }, { q: /le mois et l’année/ }],
  [{ ...text, type: "partial-date", max: { days: 0 } }, { q: "04/2027" }, { q: /1er mars 2027/ }],
  [{ ...text, type: "choices", options, min: 2 }, { q: ["matin"] }, { q: /au moins 2 réponses/ }],
  [linked, {}, { "q.0": /choisissez une réponse/ }],
  [linked, { "q.0": "bron", "q.1": "peri" }, { "q.1": /« Rue » : .* partie « Bron »/ }],
  [linked, { "q.0": "bron" }, { "q.1": /dans la partie « Bron »/ }],
  [ranking, {}, { "q.0": /une place à chaque/ }],
  [ranking, { "q.0": "1", "q.1": "1" }, { "q.1": /la 1re place à une seule/ }],
  [ranking, { "q.0": "1" }, { "q.1": /aussi la 2e place/ }],
  [matrix, { "q.bruit": "mal" }, { "q.proprete": /« Propreté » : choisissez/ }],
  [signature, {}, { "q.name": /dessinez votre signature/ }],
  [signature, { "q.name": "X", "q.drawing": "<svg onload=x>" }, { "q.name": /votre nom/ }],
  [map, {}, { "q.address": /une adresse, ou des coordonnées/ }],
  [map, { "q.positions": "95, 4" }, { "q.positions": /45.7330, 4.9112/ }],
  [{ ...map, geometry: "line" }, { "q.positions": "45, 4" }, { "q.positions": /2 points/ }],
];

describe("every type of field", () => {
  test.for(GOOD)("%o, %o → %o, « %s »", ([input, typed, answer, shown]) => {
    const form = formOf(input);
    const answers = answersOf(form, typed, TODAY);
    expect(answers).toEqual({ q: answer });
    expect(answersOf(form, asTyped(form, answers), TODAY)).toEqual(answers);
    const [section] = summary(form, answers);
    expect(plainSpaces(section?.rows.map(({ lines }) => lines.join(" / ")).join())).toBe(shown);
  });

  test.for(WRONG)("%o, %o → %o", ([input, typed, sentences]) => {
    const [step] = formOf(input).steps;
    const { answers, errors } = checkStep(step ?? { fields: [] }, typed, TODAY);
    expect(answers).toEqual({});
    expect(Object.keys(errors).sort()).toEqual(Object.keys(sentences).sort());
    for (const [name, sentence] of Object.entries(sentences))
      expect(plainSpaces(errors[name])).toMatch(sentence);
    expect(Object.values(errors).join()).not.toMatch(/invalide|obligatoire|requis/i);
  });
});

test("an appointment waits for agendas: a form that has one is not published", () => {
  expect(() => formOf({ ...text, type: "slot" })).toThrow(/quand les agendas seront ouverts/);
});

test("a signature that was drawn is drawn again for who reads it", () => {
  const [section] = summary(formOf(signature), { q: { drawing: "M1 2L3 4" } });
  expect(section?.rows[0]?.drawing).toBe("M1 2L3 4");
  const [other] = summary(formOf(signature), { q: { drawing: "M1 2<script>" } });
  expect(other?.rows[0]?.drawing).toBeUndefined();
});
