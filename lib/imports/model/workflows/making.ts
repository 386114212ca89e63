import type { PublikItem } from "../../schemas/publik";
import { type ActionInput, type Bench, isOn, tell } from "./desk";
import { translateSource } from "./words";

function valuesOf({ item, job, desk }: Bench, target: string) {
  const names = job.library.fieldNames.get(target);
  return (item.pairs.mappings ?? []).map(({ name, value }) => ({
    field: (names?.get(name) ?? name).slice(0, 200) || "champ",
    value: translateSource(value, desk),
  }));
}

const targetOf = ({ settings }: PublikItem) => settings.formdef_slug ?? "";

function noTarget(bench: Bench): undefined {
  tell(
    bench,
    "cible inconnue",
    "L’action ne dit pas sur quoi elle porte.",
    "Choisissez la table ou la démarche.",
  );
}

const card =
  (act: "create" | "update") =>
  (bench: Bench): ActionInput | undefined => {
    const table = targetOf(bench.item);
    if (!table) return noTarget(bench);
    const { target_id } = bench.item.settings;
    const match = target_id ? { match: translateSource(target_id, bench.desk) } : {};
    return { type: "card", id: bench.id, table, do: act, ...match, values: valuesOf(bench, table) };
  };

export const createCard = card("create");
export const updateCard = card("update");

export function createRequest(bench: Bench): ActionInput | undefined {
  const procedure = targetOf(bench.item);
  if (!procedure) return noTarget(bench);
  const isSent = !isOn(bench.item.settings.draft);
  return { type: "request", id: bench.id, procedure, answers: valuesOf(bench, procedure), isSent };
}
