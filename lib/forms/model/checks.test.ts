import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { checkStep, type Typed } from "../model";
import { formDefinition, type Step } from "../schemas";
import type { field } from "../schemas/fields";

const plainSpaces = (text = "") => text.replace(/[\u00a0\u202f]/g, " ");

const TODAY = "2027-03-01";

const one = (input: z.input<typeof field>): Step => {
  const [step] = formDefinition.parse({ steps: [{ id: "s", title: "S", fields: [input] }] }).steps;
  if (!step) throw new Error("no step");
  return step;
};

const text = { id: "q", label: "Nom", type: "text" } as const;
const number = { id: "q", label: "Longueur", type: "number" } as const;
const date = { id: "q", label: "Jour", type: "date" } as const;
const options = [
  { value: "matin", label: "Le matin" },
  { value: "soir", label: "Le soir" },
];
const choice = { id: "q", label: "Créneau", type: "choice" as const, options, other: {} };
const choices = { ...choice, type: "choices" as const };
const address = { id: "q", label: "Adresse", type: "address" } as const;
const id = "11111111-2222-4333-8444-555555555555";

describe("a good answer, however it is typed", () => {
  test.for<[z.input<typeof field>, Typed, unknown]>([
    [text, { q: "  Ada   Byron " }, "Ada Byron"],
    [{ ...text, format: "postal-code" }, { q: "69 500" }, "69500"],
    [{ ...text, format: "siret" }, { q: "732 829 320 00074" }, "73282932000074"],
    [{ ...text, format: "plate" }, { q: "ab 123 cd" }, "AB-123-CD"],
    [{ ...text, type: "long-text" }, { q: "un\r\ndeux " }, "un\ndeux"],
    [{ ...text, type: "email" }, { q: " Ada@Exemple.fr" }, "Ada@Exemple.fr"],
    [{ ...text, type: "phone" }, { q: "06 39 98 12 34" }, "+33639981234"],
    [{ ...text, type: "phone" }, { q: "+33 (0)6.39.98.12.34" }, "+33639981234"],
    [{ ...text, type: "phone" }, { q: "0041 22 555 12 34" }, "+41225551234"],
    [{ ...number, decimals: 2 }, { q: "1 421,5" }, 1421.5],
    [{ ...number, unit: "m" }, { q: "12 m" }, 12],
    [date, { q: "27/03/2027" }, "2027-03-27"],
    [date, { q: "1er avril 2027" }, "2027-04-01"],
    [date, { q: "27.3.2027" }, "2027-03-27"],
    [date, { q: "27 MARS 2027" }, "2027-03-27"],
    [date, { q: "2027-03-27" }, "2027-03-27"],
    [{ ...text, type: "yes-no" }, { q: "non" }, false],
    [choice, { q: "soir" }, "soir"],
    [choice, { q: "other", "q.other": "à midi" }, { other: "à midi" }],
    [choice, { "q.other": "à midi" }, { other: "à midi" }],
    [
      choices,
      { q: ["soir", "matin"], "q.other": "la nuit" },
      ["matin", "soir", { other: "la nuit" }],
    ],
    [choices, { q: "matin" }, ["matin"]],
    [{ ...text, type: "commune" }, { q: "69029" }, { insee: "69029", name: "Bron" }],
    [{ ...text, type: "commune", within: "anywhere" }, { q: "Brest" }, { name: "Brest" }],
    [
      address,
      { "q.street": "12 rue de la Marne", "q.postalCode": "69 500", "q.commune": "Bron" },
      { street: "12 rue de la Marne", postalCode: "69500", commune: "Bron" },
    ],
    [
      address,
      {
        "q.street": "1 rue X",
        "q.postalCode": "69500",
        "q.commune": "Bron",
        "q.insee": "69029",
        "q.latitude": "45.73",
        "q.longitude": "400",
      },
      { street: "1 rue X", postalCode: "69500", commune: "Bron", insee: "69029" },
    ],
    [{ ...text, type: "file" }, { q: [id] }, [id]],
    [{ ...text, type: "consent" }, { q: "oui" }, true],
    [{ ...text, type: "consent", required: false }, {}, false],
    [
      { id: "q", type: "identity", parts: ["familyName", "phone"] },
      { "q.familyName": "Benali", "q.phone": "" },
      { familyName: "Benali" },
    ],
  ])("%o, %o → %o", ([input, typed, answer]) => {
    expect(checkStep(one(input), typed, TODAY)).toEqual({ answers: { q: answer }, errors: {} });
  });
});

describe("an answer that cannot be used gets a sentence", () => {
  test.for<[z.input<typeof field>, Typed, Record<string, string | RegExp>]>([
    [text, { q: "  " }, { q: "« Nom » : écrivez votre réponse" }],
    [{ ...text, errors: { missing: "Écrivez votre nom" } }, {}, { q: "Écrivez votre nom" }],
    [{ ...text, maxLength: 3 }, { q: "Adaa" }, { q: /3 caractères au plus/ }],
    [
      { ...text, format: "postal-code" },
      { q: "6950" },
      { q: "Écrivez les 5 chiffres du code postal" },
    ],
    [{ ...text, format: "siret" }, { q: "73282932000075" }, { q: /14 chiffres/ }],
    [{ ...text, type: "email" }, { q: "ada@" }, { q: /nom@exemple.fr/ }],
    [{ ...text, type: "phone" }, { q: "06 39" }, { q: /10 chiffres/ }],
    [number, { q: "douze" }, { q: /nombre entier/ }],
    [number, { q: "1,5" }, { q: /nombre entier/ }],
    [{ ...number, min: 1, max: 9, unit: "m" }, { q: "10" }, { q: /entre 1 et 9 m/ }],
    [
      { ...number, min: 1, errors: { wrong: "Comptez-vous aussi" } },
      { q: "0" },
      { q: "Comptez-vous aussi" },
    ],
    [date, { q: "31/02/2027" }, { q: /27\/03\/2027/ }],
    [date, { q: "demain" }, { q: /27\/03\/2027/ }],
    [{ ...date, errors: { wrong: "Trop tôt" } }, { q: "31/02/2027" }, { q: /27\/03\/2027/ }],
    [
      { ...date, min: { days: 10 }, errors: { wrong: "Trop tôt" } },
      { q: "10/03/2027" },
      { q: "Trop tôt" },
    ],
    [{ ...date, min: { days: 10 } }, { q: "10/03/2027" }, { q: /11 mars 2027/ }],
    [{ ...date, max: { years: -18 } }, { q: "02/03/2009" }, { q: /1er mars 2009/ }],
    [{ ...text, type: "yes-no" }, { q: "peut-être" }, { q: /oui ou non/ }],
    [choice, { q: "midi" }, { q: "« Créneau » : choisissez une réponse" }],
    [choice, { q: "other" }, { "q.other": /précisez/ }],
    [{ ...choices, max: 1 }, { q: ["matin", "soir"] }, { q: /une seule/ }],
    [{ ...text, type: "commune" }, { q: "75056" }, { q: /choisissez une commune/ }],
    [
      address,
      { "q.street": "rue", "q.postalCode": "abc" },
      { "q.postalCode": /5 chiffres/, "q.commune": /nom de la commune/ },
    ],
    [{ ...text, type: "file" }, { q: "pas-un-fichier" }, { q: /ajoutez le fichier/ }],
    [{ ...text, type: "consent" }, {}, { q: "Cochez la case « Nom » pour continuer" }],
    [
      { id: "q", type: "identity", parts: ["givenName", "birthdate"] },
      { "q.birthdate": "02/03/2027" },
      { "q.givenName": "Écrivez votre prénom", "q.birthdate": /date de naissance/ },
    ],
  ])("%o, %o → %o", ([input, typed, sentences]) => {
    const { answers, errors } = checkStep(one(input), typed, TODAY);
    expect(answers).toEqual({});
    expect(Object.keys(errors).sort()).toEqual(Object.keys(sentences).sort());
    for (const [name, sentence] of Object.entries(sentences))
      expect(plainSpaces(errors[name])).toMatch(sentence);
    expect(Object.values(errors).join()).not.toMatch(/invalide|obligatoire|requis/i);
  });
});
