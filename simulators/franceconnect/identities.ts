import { createHash } from "node:crypto";

export type Identity = {
  id: string;
  /** First names in the order of the birth certificate; the first is the one in use. */
  givenNames: readonly string[];
  familyName: string;
  /** Usage name, apart from the name of birth. */
  usageName?: string;
  gender: "female" | "male";
  /** YYYY-MM-DD; month and day may be 00: presumed. */
  birthdate: string;
  /** Commune of birth (COG, five characters), empty when born abroad. */
  birthplace: string;
  /** Country of birth (COG), 99100 for France. */
  birthcountry: string;
  email?: string;
};

const FRANCE = "99100";

type Options = { country?: string; usage?: string; mail?: string };

const person = (
  gender: Identity["gender"],
  names: string,
  familyName: string,
  birthdate: string,
  birthplace: string,
  { country = FRANCE, usage, mail }: Options = {},
): Omit<Identity, "id"> => ({
  gender,
  givenNames: names.split(" "),
  familyName,
  birthdate,
  birthplace,
  birthcountry: country,
  ...(usage ? { usageName: usage } : {}),
  ...(mail ? { email: `${mail}@exemple.fr` } : {}),
});

// Invented people. Communes and countries by their codes in the Code officiel géographique (Insee).
const PEOPLE: readonly Omit<Identity, "id">[] = [
  person("female", "Samira Nadia", "BENALI", "1988-04-17", "69382", { mail: "usager.bron" }),
  person("male", "Antoine Marie Joseph", "MERCIER", "1979-11-02", "69383", { mail: "usager.lyon" }),
  person("female", "Fatoumata", "DIALLO", "1994-07-25", "", {
    country: "99330",
    mail: "usager.vaulx",
  }),
  person("female", "Angela Claire Louise", "DUBOIS", "1962-08-24", "75107", {
    mail: "angela.dubois",
  }),
  person("male", "Zoé-Ange Éloïc", "L'HÉRITIER", "1991-02-28", "35238", { mail: "zoe-ange" }),
  person("female", "Anne-Sophie Marie-Thérèse", "DE LA ROCHE-GUYON", "1970-12-31", "78517", {
    mail: "anne-sophie",
  }),
  person("male", "Jean-Baptiste", "POQUELIN", "1985-01-15", "75101", { mail: "jean-baptiste" }),
  person("female", "Léa", "FONTAINE", "2005-05-05", "69123", { mail: "lea.fontaine" }),
  person("male", "Noé", "ŒUVRARD", "1999-09-09", "21231", { mail: "noe.oeuvrard" }),
  person("female", "Maëlle Françoise", "LE GOÛÉ", "1983-03-03", "29019", { mail: "maelle" }),
  person("male", "Nuño", "IBÁÑEZ", "1968-06-20", "", { country: "99134", mail: "nuno" }),
  person("female", "Łucja", "WIŚNIEWSKA", "1990-10-10", "", { country: "99122", mail: "lucja" }),
  person("male", "Søren", "ÅKESSON", "1977-07-07", "", { country: "99104", mail: "soren" }),
  person("female", "Thị Hương", "NGUYỄN", "1986-11-30", "", { country: "99243", mail: "huong" }),
  person("male", "Mohamed", "AÏT-AHMED", "1965-00-00", "", { country: "99350", mail: "mohamed" }),
  person("female", "Khadija", "EL MANSOURI", "1958-07-00", "", { country: "99350" }),
  person("male", "Abdoulaye", "TRAORÉ", "1972-00-00", "", { country: "99335" }),
  person("female", "Mariam", "HAÏDARA", "1949-12-00", "", { country: "99335", mail: "mariam" }),
  person("male", "Gholam", "REZAÏ", "1988-00-00", "", { country: "99212", mail: "gholam" }),
  person("female", "Camille", "MARTIN", "1992-06-14", "69385", { mail: "camille.martin" }),
  person("female", "Camille", "MARTIN", "1992-06-14", "38185", { mail: "camille.martin.38" }),
  person("male", "Camille", "MARTIN", "1992-06-14", "69386", { mail: "camille.martin.h" }),
  person("female", "Isabelle", "GARNIER", "1960-04-01", "42218", {
    usage: "MOREL",
    mail: "isabelle.morel",
  }),
  person("female", "Sophie Élise", "LEFÈVRE", "1975-08-19", "13055", {
    usage: "LEFÈVRE-DUPUIS",
    mail: "sophie",
  }),
  person("male", "Guillaume", "PETIT", "1981-05-22", "33063", { usage: "PETIT-ROUX" }),
  person("female", "Simone", "GIRARD", "1931-01-01", "69381"),
  person("male", "Marcel Auguste", "CHAPUIS", "1924-02-29", "01053"),
  person("female", "Odette", "BLANC", "1940-09-01", "2A004"),
  person("male", "Pascal", "PAOLI", "1955-04-06", "2B033", { mail: "pascal.paoli" }),
  person("female", "Marie-Galante", "TOUSSAINT", "1987-12-12", "97105", { mail: "marie-galante" }),
  person("male", "Teva", "TERIITAHI", "1993-03-29", "98735", { mail: "teva" }),
  person("female", "Malia", "FALELAVAKI", "1989-10-02", "98613"),
  person("male", "Karim", "HADDAD", "1984-02-11", "69266", { mail: "karim.haddad" }),
  person("female", "Claire", "MOREAU", "1976-06-06", "69034", { mail: "claire.moreau" }),
  person("male", "O'Neil", "D'ALMEIDA", "1996-01-31", "", { country: "99139", mail: "oneil" }),
  person("female", "X", "Y", "1995-05-15", "", { country: "99216", mail: "xy" }),
  person(
    "male",
    "Maximilien Alexandre Barthélemy Christophe Emmanuel",
    "VAN DER STRAETEN-WAILLET DE LA TOUR D'AUVERGNE",
    "1969-09-30",
    "",
    { country: "99131", mail: "maximilien" },
  ),
  person("female", "Agathe", "SANS-PRÉNOM-D'USAGE", "2001-11-11", "69244", { mail: "agathe" }),
  person("male", "Tom", "ROY", "2008-03-18", "69259", { mail: "tom.roy" }),
  person("male", "Jules", "LAMBERT", "1998-08-08", "69290", { mail: "jules.lambert" }),
  person("female", "Inès", "ROUSSEL", "1997-04-23", "69264", { mail: "ines.roussel" }),
  person("male", "Hugo", "BERNARD", "1973-10-17", "69387", { mail: "hugo.bernard" }),
  person("female", "Nour", "KHELIFI", "2000-02-29", "", { country: "99351", mail: "nour" }),
  person("male", "Andrea", "ROSSI", "1982-07-14", "", { country: "99127", mail: "andrea.rossi" }),
  person("female", "Yuki", "TANAKA", "1994-12-24", "", { country: "99217", mail: "yuki" }),
  person("male", "Élie", "ZÉNON", "1966-05-01", "69388"),
];

export const IDENTITIES: readonly Identity[] = PEOPLE.map((one, index) => ({
  id: String(index + 1),
  ...one,
}));

export const findIdentity = (id: string) => IDENTITIES.find((one) => one.id === id);

const plain = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[łŁ]/g, "l").toLowerCase();

/** Those in whom every word is found: names, birth, e-mail; accents do not count. */
export function searchIdentities(query: string) {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return IDENTITIES.filter((one) => {
    const text = plain(
      [...one.givenNames, one.familyName, one.usageName, one.birthdate, one.email].join(" "),
    );
    return words.every((word) => text.includes(word));
  });
}

/** One person for one service: 64 hexadecimal digits and a version, from the civil identity alone. */
export function subjectOf(identity: Identity, sector: string) {
  const { givenNames, familyName, birthdate, gender, birthplace, birthcountry } = identity;
  const pivot = [givenNames.join(" "), familyName, birthdate, gender, birthplace, birthcountry];
  return `${createHash("sha256")
    .update([sector, ...pivot].join("\n"))
    .digest("hex")}v1`;
}

export const claimsOf = (one: Identity): Record<string, unknown> => ({
  given_name: one.givenNames.join(" "),
  given_name_array: one.givenNames,
  family_name: one.familyName,
  preferred_username: one.usageName,
  birthdate: one.birthdate,
  gender: one.gender,
  birthplace: one.birthplace,
  birthcountry: one.birthcountry,
  email: one.email,
});
