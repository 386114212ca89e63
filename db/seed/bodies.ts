import type { Offer } from "@/lib/organisations/model";

export type UnitSeed = {
  key: string;
  name: string;
  phone?: string;
  email?: string;
  hours?: string;
};

/** An organisation that provides procedures. Phones are in the ranges kept for fiction (Arcep). */
export type BodySeed = {
  key: string;
  code: string;
  insee: string | null;
  offer: Offer;
  phone: string;
  email: string;
  address: string;
  hours: string;
  website: string;
  units: UnitSeed[];
};

const WEEKDAYS = "Du lundi au vendredi, de 8 h 30 à 12 h et de 13 h 30 à 17 h";

export const METROPOLE: BodySeed = {
  key: "metropole",
  code: "METRO",
  insee: null,
  offer: "full",
  phone: "04 65 71 00 00",
  email: "contact@grandlyon.example",
  address: "Métropole de Lyon\n20 rue du Lac\nCS 33569\n69505 Lyon Cedex 03",
  hours: "Du lundi au vendredi, de 8 h 30 à 17 h 30",
  website: "https://www.grandlyon.com/",
  units: [
    { key: "voirie", name: "Voirie et espaces publics", phone: "04 65 71 00 10" },
    { key: "dechets", name: "Collecte et déchèteries", phone: "04 65 71 00 20" },
    {
      key: "mobilites",
      name: "Mobilités et tarifs solidaires",
      phone: "04 65 71 00 30",
      hours: "Du lundi au vendredi, de 9 h à 12 h 30 et de 13 h 30 à 17 h",
    },
    { key: "relation", name: "Relation aux usagers", phone: "04 65 71 00 00" },
  ],
};

const BRON: BodySeed = {
  key: "bron",
  code: "BRON",
  insee: "69029",
  offer: "full",
  phone: "04 65 71 20 20",
  email: "mairie@bron.example",
  address: "Ville de Bron\nHôtel de ville, place de Weingarten\nCS 30012\n69671 Bron Cedex",
  hours: WEEKDAYS,
  website: "https://www.ville-bron.fr/",
  units: [
    { key: "accueil", name: "Accueil", phone: "04 65 71 20 20" },
    { key: "scolaire", name: "Affaires scolaires", phone: "04 65 71 20 31" },
    { key: "etat-civil", name: "État civil", phone: "04 65 71 20 32" },
    { key: "voirie", name: "Voirie", phone: "04 65 71 20 33" },
    { key: "proprete", name: "Propreté", phone: "04 65 71 20 34" },
  ],
};

const VAULX: BodySeed = {
  key: "vaulx",
  code: "VAULX",
  insee: "69256",
  offer: "full",
  phone: "04 65 71 21 20",
  email: "mairie@vaulx-en-velin.example",
  address: "Ville de Vaulx-en-Velin\nPlace de la Nation\nCS 40002\n69518 Vaulx-en-Velin Cedex",
  hours: "Du lundi au vendredi, de 8 h 30 à 17 h ; le samedi, de 9 h à 12 h",
  website: "https://www.vaulx-en-velin.net/",
  units: [
    { key: "accueil", name: "Accueil", phone: "04 65 71 21 20" },
    { key: "scolaire", name: "Affaires scolaires", phone: "04 65 71 21 31" },
    { key: "etat-civil", name: "État civil", phone: "04 65 71 21 32" },
    { key: "voirie", name: "Réglementation et voirie", phone: "04 65 71 21 33" },
    { key: "proprete", name: "Propreté", phone: "04 65 71 21 34" },
  ],
};

const DARDILLY: BodySeed = {
  key: "dardilly",
  code: "DARDILLY",
  insee: "69072",
  offer: "full",
  phone: "04 65 71 22 20",
  email: "mairie@dardilly.example",
  address: "Ville de Dardilly\nPlace Bayère\n69570 Dardilly",
  hours: "Du lundi au vendredi, de 8 h 30 à 12 h et de 13 h 30 à 17 h ; fermé le jeudi matin",
  website: "https://www.dardilly.fr/",
  units: [
    { key: "accueil", name: "Accueil et état civil", phone: "04 65 71 22 20" },
    { key: "scolaire", name: "Affaires scolaires", phone: "04 65 71 22 31" },
    { key: "technique", name: "Services techniques", phone: "04 65 71 22 33" },
  ],
};

const OULLINS: BodySeed = {
  key: "oullins",
  code: "OULLINS",
  insee: "69149",
  offer: "full",
  phone: "04 65 71 23 20",
  email: "mairie@oullins-pierre-benite.example",
  address: "Ville d’Oullins-Pierre-Bénite\nPlace Roger-Salengro\n69600 Oullins-Pierre-Bénite",
  hours: WEEKDAYS,
  website: "https://www.oullinspierrebenite.fr/",
  units: [
    { key: "accueil", name: "Accueil", phone: "04 65 71 23 20" },
    { key: "scolaire", name: "Affaires scolaires", phone: "04 65 71 23 31" },
    { key: "etat-civil", name: "État civil", phone: "04 65 71 23 32" },
    { key: "voirie", name: "Voirie", phone: "04 65 71 23 33" },
    { key: "proprete", name: "Propreté", phone: "04 65 71 23 34" },
  ],
};

const LYON: BodySeed = {
  key: "lyon",
  code: "LYON",
  insee: "69123",
  offer: "restricted",
  phone: "04 65 71 10 10",
  email: "mairie@lyon.example",
  address: "Ville de Lyon\n1 place de la Comédie\n69205 Lyon Cedex 01",
  hours: "Du lundi au vendredi, de 8 h 45 à 16 h 45",
  website: "https://www.lyon.fr/",
  units: [{ key: "accueil", name: "Lyon en direct", phone: "04 65 71 10 10" }],
};

export const PILOTS = [BRON, VAULX, DARDILLY, OULLINS, LYON];
export const BODIES = [METROPOLE, ...PILOTS];
