import type { Typed } from "@/lib/forms/model";
import { address, identity, pick, type Scene } from "./scene";

const CHILDREN = [
  ["Lina", 3, "petite-section"],
  ["Adam", 6, "cp"],
  ["Rose", 4, "moyenne-section"],
  ["Noé", 8, "ce2"],
] as const;

function child(scene: Scene, index: number): Typed {
  const [name, age, level] = pick(CHILDREN, scene.rank + index);
  return {
    [`enfants.${index}.nom`]: scene.person.familyName,
    [`enfants.${index}.prenom`]: name,
    [`enfants.${index}.naissance`]: scene.day(-365 * age - 120),
    [`enfants.${index}.niveau`]: level,
  };
}

const school = (scene: Scene): Typed => {
  const children = 1 + (scene.rank % 2);
  const isTogether = scene.rank % 3 !== 0;
  return {
    ...identity(scene),
    ...address(scene),
    enfants: String(children),
    ...Object.assign({}, ...Array.from({ length: children }, (_, index) => child(scene, index))),
    raison: pick(["premiere", "emmenagement", "cp"], scene.rank),
    lien: pick(["mere", "pere"], scene.rank),
    autorite: isTogether ? "ensemble" : "seul",
    "autre-nom": scene.person.familyName,
    "autre-prenom": pick(["Sami", "Claire", "Hugo"], scene.rank),
    "meme-adresse": "oui",
    heberge: "non",
    accueils: ["cantine", "soir"],
    sante: "non",
    livret: [scene.file("livret-de-famille.pdf")],
    "justificatif-domicile": [scene.file("facture-electricite.pdf")],
    vaccins: [scene.file("carnet-de-sante.pdf")],
  };
};

const moving = (scene: Scene): Typed => {
  const isCompany = scene.rank % 5 === 4;
  const start = 18 + (scene.rank % 4);
  return {
    ...identity(scene),
    ...address(scene),
    qualite: isCompany ? "entreprise" : "particulier",
    ...(isCompany && {
      "raison-sociale": "Déménagements des Deux Rives",
      siret: "732 829 320 00074",
      devis: [scene.file("devis-demenageur.pdf")],
    }),
    "date-debut": scene.day(start),
    "date-fin": scene.day(start + (scene.rank % 2)),
    creneau: pick(["journee", "matin", "apres-midi"], scene.rank),
    vehicule: pick(["camion", "utilitaire", "monte-meubles"], scene.rank),
    longueur: String(6 + (scene.rank % 3) * 2),
    ...(scene.rank % 3 === 0 ? {} : { immatriculation: `AB-${123 + scene.rank}-CD` }),
    "justificatif-domicile": [scene.file("quittance-de-loyer.pdf")],
  };
};

const tag = (scene: Scene): Typed => ({
  ...identity(scene),
  ...address(scene),
  support: pick(["facade", "porte"], scene.rank),
  bien: pick(["prive", "public"], scene.rank),
  surface: String(2 + (scene.rank % 6)),
  injurieux: scene.rank % 4 === 0 ? "oui" : "non",
  photo: [scene.file("tag.jpg")],
  hauteur: "non",
  accord: "oui",
});

const PROBLEMS = [
  ["chaussee", "Un trou d’environ 40 cm, profond, sur la voie de droite. Les vélos font un écart."],
  [
    "depot",
    "Un matelas, deux fauteuils et des sacs de gravats laissés contre le mur depuis trois jours.",
  ],
  ["arbre", "Une grosse branche fendue pend au-dessus du trottoir, devant l’entrée de l’école."],
  ["feu", "Le feu piéton reste rouge et ne répond plus au bouton."],
  ["trottoir", "Les dalles se soulèvent, une personne âgée est tombée hier."],
] as const;

const street = (scene: Scene): Typed => {
  const [kind, description] = pick(PROBLEMS, scene.rank);
  return {
    ...identity(scene),
    ...address(scene),
    nature: kind,
    description,
    passants: "oui",
    photo: [scene.file("rue.jpg")],
  };
};

const birth = (scene: Scene): Typed => ({
  ...identity(scene),
  ...address(scene),
  "type-acte": pick(["integrale", "sans-filiation"], scene.rank),
  "pour-qui": "moi",
  exemplaires: "1",
  "nom-naissance": scene.person.familyName,
  prenoms: scene.person.givenName,
  "date-naissance": scene.person.birthdate,
  "parent-1": `${scene.person.familyName} Jeanne`,
  "piece-identite": [scene.file("carte-identite.pdf")],
});

const card = (scene: Scene): Typed => ({
  ...identity(scene),
  ...address(scene),
  profil: "particulier",
  nature: pick(["premiere", "perte"], scene.rank),
  "justificatif-domicile": [scene.file("facture-eau.pdf")],
});

const bin = (scene: Scene): Typed => ({
  ...identity(scene),
  ...address(scene),
  nature: pick(["casse", "nouveau", "vole"], scene.rank),
  couleur: [pick(["jaune", "gris"], scene.rank)],
  foyer: String(2 + (scene.rank % 4)),
});

const pass = (scene: Scene): Typed => ({
  ...identity(scene),
  ...address(scene),
  situation: pick(["recherche", "emploi", "etudiant"], scene.rank),
  abonne: "oui",
  "quotient-familial": String(380 + scene.rank * 47),
  caisse: "caf",
  "attestation-quotient": [scene.file("attestation-caf.pdf")],
  "justificatif-domicile": [scene.file("quittance-de-loyer.pdf")],
  "numero-carte": "3402871195",
});

const COMPLAINTS = [
  [
    "proprete",
    "Les corbeilles du square débordent chaque week-end depuis un mois.",
    "Un passage de plus le samedi.",
  ],
  [
    "bruit",
    "Un chantier commence à 6 h 15 alors que le panneau annonce 7 h 30.",
    "Que les horaires soient respectés.",
  ],
  ["accueil", "J’ai écrit deux fois sans réponse depuis six semaines.", "Une réponse écrite."],
] as const;

const complaint = (scene: Scene): Typed => {
  const [subject, facts, wish] = pick(COMPLAINTS, scene.rank);
  return {
    ...identity(scene),
    sujet: scene.body === "metropole" ? "accueil" : subject,
    "deja-contacte": subject === "accueil" ? "oui" : "non",
    faits: facts,
    attente: wish,
  };
};

const QUESTIONS = [
  ["Horaires de la piscine", "La piscine est-elle ouverte pendant les vacances de Noël ?"],
  ["Salle des fêtes", "Comment réserver la salle pour un anniversaire de 60 personnes ?"],
  ["Recensement citoyen", "Mon fils a eu 16 ans : dans quel délai doit-il se faire recenser ?"],
] as const;

const question = (scene: Scene): Typed => {
  const [subject, text] = pick(QUESTIONS, scene.rank);
  return { ...identity(scene), sujet: subject, question: text, reponse: "courriel" };
};

/** What somebody typed in each form of the demo, by procedure. */
export const TYPED: Record<string, (scene: Scene) => Typed> = {
  "inscription-scolaire": school,
  "stationnement-demenagement": moving,
  "enlevement-tags": tag,
  "probleme-espace-public": street,
  "acte-naissance": birth,
  "carte-decheterie": card,
  "bac-tri": bin,
  "pass-urbain": pass,
  reclamation: complaint,
  "demande-information": question,
};
