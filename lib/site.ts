import "server-only";
import * as z from "zod";

/** What a deployment says about itself in public: help line, legal notices. All of it can be changed. */
const schema = z.object({
  HELP_PHONE: z.string().default("04 65 71 20 20"),
  HELP_HOURS: z.string().default("Du lundi au vendredi, de 8\u00a0h\u00a030 à 17\u00a0h\u00a030"),
  CONTACT_EMAIL: z.email().default("contact@guichet.example"),
  DPO_EMAIL: z.email().default("protection-des-donnees@guichet.example"),
  PUBLISHER: z.string().default("Métropole de Lyon"),
  PUBLISHER_ADDRESS: z.string().default("20 rue du Lac, CS 33569, 69505 Lyon cedex 03"),
  PUBLICATION_DIRECTOR: z.string().default("la présidence de la Métropole de Lyon"),
  HOSTING: z
    .string()
    .default("Version de démonstration, hébergée par la personne qui l’a installée."),
  SOURCE_URL: z.url().optional(),
});

export type Site = z.output<typeof schema>;

let checked: Site | undefined;

export function site(): Site {
  checked ??= schema.parse(process.env);
  return checked;
}
