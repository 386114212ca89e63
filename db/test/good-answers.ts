import type { Typed } from "@/lib/forms/model";
import type { Field, FieldOf } from "@/lib/forms/schemas";
import type { TextFormat } from "@/lib/forms/schemas/fields";

const FILE_ID = "6f1c1de4-2f7b-4a55-9d3c-0b5f7e1c9a10";

const IDENTITY: Record<FieldOf<"identity">["parts"][number], string> = {
  familyName: "Benali",
  givenName: "Samira",
  birthdate: "18/05/1989",
  birthplace: "Bron",
  email: "samira@exemple.fr",
  phone: "06 39 98 12 34",
};

const SIMPLE = {
  "long-text": "Bonjour",
  email: "samira@exemple.fr",
  phone: "06 39 98 12 34",
  number: "12,5",
  date: "01/06/2027",
  "yes-no": "oui",
  consent: "oui",
  choice: "rouge",
  choices: ["rouge", "bleu"],
  file: [FILE_ID],
  currency: "125,50 €",
  rating: "4",
  "partial-date": "mars 1987",
  time: "14 h 30",
};

const TEXTS: Record<TextFormat, string> = {
  "postal-code": "69 500",
  siren: "732 829 320",
  siret: "732 829 320 00074",
  rna: "w691 234 567",
  plate: "ab 123 cd",
  iban: "fr76 3000 6000 0112 3456 7890 189",
  nir: "2 94 03 69 123 456 03",
  "nrn-be": "85.07.30-033 28",
  caf: "1234567 a",
  "tax-number": "30 23 217 600 053",
  url: "exemple.fr/page",
  digits: "12 34",
};

/** What somebody careful types in a field, on 1 March 2027. */
export function goodAnswer(field: Field, id = field.id): Typed {
  switch (field.type) {
    case "explanation":
    case "heading":
    case "computed":
    case "hidden":
    case "payment-link":
    case "slot":
      return {};
    case "signature":
      return { [`${id}.name`]: "Samira Benali", [`${id}.drawing`]: "M10 20L30 40" };
    case "map":
      return field.geometry === "point"
        ? { [`${id}.address`]: "Devant la mairie", [`${id}.positions`]: "45.733, 4.9112" }
        : { [`${id}.positions`]: "45.73 4.91\n45,74 4,92\n45.75; 4.9" };
    case "text":
      return { [id]: field.format ? TEXTS[field.format] : "Ici" };
    case "linked-choice":
      return { [`${id}.0`]: "nord", [`${id}.1`]: "pont" };
    case "ranking":
      return { [`${id}.1`]: "1", [`${id}.0`]: "2" };
    case "matrix":
      return Object.fromEntries(field.rows.map(({ value }) => [`${id}.${value}`, "vert"]));
    case "date-time":
      return { [`${id}.date`]: "01/06/2027", [`${id}.time`]: "9h15" };
    case "time-range":
      return { [`${id}.start`]: "9h", [`${id}.end`]: "midi" };
    case "commune":
      return { [id]: field.within === "metropole" ? "69029" : "Bron" };
    case "address":
      return {
        [`${id}.street`]: "1 rue X",
        [`${id}.postalCode`]: "69500",
        [`${id}.commune`]: "Bron",
      };
    case "identity":
      return Object.fromEntries(field.parts.map((part) => [`${id}.${part}`, IDENTITY[part]]));
    case "repeat":
      return Object.assign({ [id]: "2" }, { [`${id}.0.prenom`]: "Léo", [`${id}.1.prenom`]: "Zoé" });
    default:
      return { [id]: SIMPLE[field.type] };
  }
}
