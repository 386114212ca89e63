import { type ActionInput, type Bench, isOn, tell } from "./desk";
import { audienceOf } from "./people";
import { translateSource, translateWords } from "./words";

type Made = ActionInput | ActionInput[] | undefined;
type Pairs = readonly { name: string; value: string }[];

export function setFields(bench: Bench): Made {
  const { item, job, desk, id } = bench;
  const fields = (item.pairs.fields ?? []).flatMap(({ name, value }) => {
    const field = job.fields.get(name);
    if (!field)
      tell(
        bench,
        `champ interne «\u00a0${name}\u00a0»`,
        "Ce champ n’est pas dans le circuit.",
        "Ajoutez-le, ou retirez cette ligne.",
      );
    return field ? [{ field, value: translateSource(value, desk) }] : [];
  });
  return fields.length > 0 ? { type: "set", id, fields } : undefined;
}

const WHO = "Choisissez l’unité qui répond à ce rôle.";

/** Who has a function: a role of their installation, by its name. */
function given(
  bench: Bench,
  role: string,
  more: Partial<{ id: string; when: ActionInput["when"] }>,
): ActionInput {
  const { item, job, id } = bench;
  const { role_key = "_receiver", operation_mode } = item.settings;
  tell(bench, `rôle «\u00a0${role}\u00a0»`, "Ce rôle est de l’installation d’origine.", WHO);
  const to = { kind: "unit" as const, unit: { kind: "text" as const, words: role ? [role] : [] } };
  if (role_key === "_receiver") return { type: "assign", id, to, ...more };
  const isAdded = operation_mode === "add";
  const fn = audienceOf({ id: role_key, name: role_key }, job.people);
  return { type: "appoint", id, function: fn, to, isAdded, ...more };
}

/** To a role, or to the one that answers the value of a variable. */
export function dispatch(bench: Bench): Made {
  const { item, desk, id } = bench;
  const { variable, dispatch_type, role_id = "" } = item.settings;
  if (dispatch_type !== "automatic") return given(bench, role_id, {});
  const source = translateSource(
    /\{/.test(variable ?? "") ? (variable ?? "") : `{{ ${variable} }}`,
    desk,
  );
  const rules: Pairs = item.pairs.rules ?? [];
  return rules.map(({ name, value }, rank) => {
    const right = { op: "value" as const, value };
    const when =
      source.kind === "computed"
        ? { op: "==" as const, left: source.expression, right }
        : undefined;
    return given(bench, name, { id: `${id}-${rank + 1}`, ...(when ? { when } : {}) });
  });
}

const LEVELS = ["normal", "high", "urgent"] as const;

/** Their levels have names of their own: the first is ours as usual, the last one is urgent. */
export function criticality({ item, id }: Bench): Made {
  const { mode, absolute_value } = item.settings;
  const level = Number.parseInt(absolute_value ?? "0", 10) || 0;
  if (/inc/.test(mode ?? "")) return { type: "priority", id, priority: "high" };
  if (/dec/.test(mode ?? "")) return { type: "priority", id, priority: "normal" };
  return { type: "priority", id, priority: LEVELS[Math.min(level, 2)] ?? "normal" };
}

export function anonymise(bench: Bench): Made {
  const { mode = "final", unlink_user } = bench.item.settings;
  if (mode !== "final" && mode !== "unlink_user")
    tell(
      bench,
      `anonymisation «\u00a0${mode}\u00a0»`,
      "Une anonymisation d’étape garde certains champs.",
      "Relisez ce qui est effacé, champ par champ.",
    );
  const keepsAccount = mode === "intermediate" && !isOn(unlink_user);
  return { type: "anonymise", id: bench.id, keepsAccount };
}

export const remove = ({ id }: Bench): Made => ({ type: "delete", id });

export function redirect({ item, desk, id }: Bench): Made {
  const url = translateWords(item.settings.url ?? "", desk);
  return url.length > 0 ? { type: "redirect", id, url } : undefined;
}

export function jump(bench: Bench): Made {
  const to = bench.job.statuses.get(bench.item.settings.status ?? "");
  if (to) return { type: "jump", id: bench.id, to };
  const { status = "" } = bench.item.settings;
  tell(
    bench,
    `saut vers «\u00a0${status}\u00a0»`,
    "Ce statut n’est pas dans le circuit.",
    "Choisissez un statut.",
  );
  return undefined;
}
