import type { FormSeed, Publisher } from "@/db/seed/forms/parts";
import type { WORKFLOWS } from "@/db/seed/workflows";
import type { Audience, Category, ProcedureContent, Silence } from "@/lib/procedures/model";
import type { RequestKind } from "@/lib/requests/model";

export type ProcedureSeed = {
  slug: string;
  title: string;
  summary: string;
  category: Category;
  audience: Audience;
  kind: RequestKind;
  synonyms: string[];
  popularity: number;
  form: FormSeed;
  workflow: keyof typeof WORKFLOWS;
  isOpenToAnonymous: boolean;
  asksForCertified?: boolean;
  price: string;
  legalDelayDays: number;
  silence: Silence;
  /** Unit in charge, by organisation. */
  units: Record<string, string>;
  /** Organisations that treat it on their own site. */
  links?: Record<string, string>;
  content: (publisher: Publisher) => ProcedureContent;
};

const COURT =
  "le tribunal administratif de Lyon (184 rue Duguesclin, 69433 Lyon Cedex 03, ou citoyens.telerecours.fr)";

/** Recours gracieux, then the court: two months each (CRPA L411-2, code de justice administrative R421-1). */
export const REMEDIES = `Pendant deux mois, vous pouvez demander à la collectivité de revoir sa décision, ou saisir ${COURT}.`;

export const NO_DECISION = `Cette démarche n’ouvre pas droit à une décision. En cas de désaccord, écrivez à la collectivité, puis à la Défenseure ou au Défenseur des droits.`;

/** Units of the communes with the full offer; Dardilly has fewer of them. */
export const schools = {
  bron: "scolaire",
  vaulx: "scolaire",
  dardilly: "scolaire",
  oullins: "scolaire",
};
export const roads = { bron: "voirie", vaulx: "voirie", dardilly: "technique", oullins: "voirie" };
export const cleaning = {
  bron: "proprete",
  vaulx: "proprete",
  dardilly: "technique",
  oullins: "proprete",
};
export const registry = {
  bron: "etat-civil",
  vaulx: "etat-civil",
  dardilly: "accueil",
  oullins: "etat-civil",
};
export const desks = {
  bron: "accueil",
  vaulx: "accueil",
  dardilly: "accueil",
  oullins: "accueil",
  lyon: "accueil",
  metropole: "relation",
};
