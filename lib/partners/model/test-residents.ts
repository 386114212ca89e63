import type { Gender, PostalAddress } from "@/lib/accounts/model";

type TestResident = {
  mailbox: string;
  givenName: string;
  familyName: string;
  gender: Gender | null;
  birthdate: string | null;
  phone: string | null;
  address: PostalAddress | null;
  isCertified?: boolean;
  /** What this one is there to try. */
  purpose: string;
};

// Invented people; phone numbers from the range kept for fiction (ARCEP, décision 2018-0881).
export const TEST_RESIDENTS: readonly TestResident[] = [
  {
    mailbox: "camille",
    givenName: "Camille",
    familyName: "Martin",
    gender: "female",
    birthdate: "1990-05-12",
    phone: "+33639980101",
    address: { line1: "12 rue des Essais", postalCode: "69003", commune: "Lyon", insee: "69383" },
    purpose: "Tout est rempli",
  },
  {
    mailbox: "zoe",
    givenName: "Zoé-Aïcha",
    familyName: "N’Guyen-Lefèvre",
    gender: "female",
    birthdate: "2001-02-28",
    phone: "+33639980102",
    address: {
      line1: "3 bis impasse de l’Œillet",
      line2: "Bâtiment Ç, 4e étage",
      postalCode: "69500",
      commune: "Bron",
      insee: "69029",
    },
    purpose: "Accents, tirets, apostrophe, complément d’adresse",
  },
  {
    mailbox: "o",
    givenName: "Li",
    familyName: "O",
    gender: "male",
    birthdate: "1985-12-31",
    phone: null,
    address: null,
    purpose: "Nom d’une lettre, ni téléphone ni adresse",
  },
  {
    mailbox: "maximilien",
    givenName: "Maximilien-Alexandre Jean-Baptiste",
    familyName: "de La Rochefoucauld-Montmorency d’Estissac",
    gender: "male",
    birthdate: "1978-08-08",
    phone: "+33639980104",
    address: {
      line1: "1 place du Général-de-Gaulle",
      postalCode: "69120",
      commune: "Vaulx-en-Velin",
      insee: "69256",
    },
    purpose: "Noms très longs",
  },
  {
    mailbox: "amadou",
    givenName: "Amadou",
    familyName: "Diop",
    gender: "male",
    birthdate: "1958-00-00",
    phone: "+33639980105",
    address: null,
    purpose: "Date de naissance présumée\u00a0: l’année seulement",
  },
  {
    mailbox: "jeanne",
    givenName: "Jeanne",
    familyName: "Perrin",
    gender: "female",
    birthdate: "1931-03-01",
    phone: "+33639980106",
    address: { line1: "Le Bourg", postalCode: "69250", commune: "Curis-au-Mont-d’Or" },
    purpose: "Très âgée, adresse sans numéro ni code INSEE",
  },
  {
    mailbox: "sacha",
    givenName: "Sacha",
    familyName: "Bernard",
    gender: null,
    birthdate: null,
    phone: null,
    address: null,
    purpose: "Rien que le nom et le courriel",
  },
  {
    mailbox: "karim",
    givenName: "Karim",
    familyName: "BENALI",
    gender: "male",
    birthdate: "1995-10-19",
    phone: "+33639980108",
    address: { line1: "8 cours Vitton", postalCode: "69006", commune: "Lyon", insee: "69386" },
    isCertified: true,
    purpose: "Identité certifiée (acr, verified_claims)",
  },
];
