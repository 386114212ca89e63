/** A child of a household is one until that day: their account is then theirs to open (code civil, art. 414). */
const ADULT_AGE = 18;

/** Parental authority is held by two parents at most (code civil, art. 372). */
export const MOST_PARENTS = 2;
export const MOST_CHILDREN = 15;

const DAY_MS = 86_400_000;
const ANSWER_DAYS = 15;

export const answerBy = (asked: Date) => new Date(asked.getTime() + ANSWER_DAYS * DAY_MS);

/** Whole years between two days written as 2027-03-08; on a birthday, one more. */
export function ageOn(birthdate: string, day: string) {
  const years = Number(day.slice(0, 4)) - Number(birthdate.slice(0, 4));
  return day.slice(5) < birthdate.slice(5) ? years - 1 : years;
}

export const isMinor = (birthdate: string, day: string) => ageOn(birthdate, day) < ADULT_AGE;

type Parents = { parentIds: readonly string[] };

export const hasRoom = ({ parentIds }: Parents) => parentIds.length < MOST_PARENTS;

/** What the journal of a parent says. Nothing of the child is written there: it could not be erased. */
export const HOUSEHOLD_ACTIONS = [
  "child.add",
  "child.decline",
  "child.invite",
  "child.join",
  "child.remove",
  "child.update",
] as const;
export type HouseholdAction = (typeof HOUSEHOLD_ACTIONS)[number];

export const HOUSEHOLD_LABELS: Record<HouseholdAction, string> = {
  "child.add": "Enfant ajouté à votre foyer, autorité parentale déclarée sur l’honneur",
  "child.decline": "Partage d’un enfant refusé",
  "child.invite": "Partage d’un enfant proposé à l’autre parent",
  "child.join": "Enfant partagé entre ses deux parents",
  "child.remove": "Enfant retiré d’un foyer",
  "child.update": "Enfant du foyer corrigé",
};
