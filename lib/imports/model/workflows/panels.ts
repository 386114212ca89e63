import type { WorkflowInput } from "@/lib/workflows/schemas/shape";
import { itemsOf } from "../forms/drafts";
import { NO_ANSWERS } from "../forms/known";
import { lineOfHtml, textOfHtml } from "../html";
import { count } from "../losses";
import { type Bench, isOn, tell, whenOf } from "./desk";
import { audiencesOf } from "./people";
import { translateWords } from "./words";

type Status = WorkflowInput["statuses"][number];
export type PanelInput = NonNullable<Status["panels"]>[number];
type FormPanel = Extract<PanelInput, { type: "form" }>;

const EVERYBODY = ["resident", "agents"];
const TONES = { success: "good", warning: "warn", info: "info", error: "bad" } as const;
type Level = keyof typeof TONES;

const hintOf = ({ item }: Bench) => {
  const hint = lineOfHtml(item.settings.hint ?? item.settings.backoffice_info_text ?? "", 500);
  return hint ? { hint } : {};
};

/** Who may use it; an item for nobody is only called by others. */
function usersOf(bench: Bench): string[] | undefined {
  const by = audiencesOf(bench.item.by, bench.job.people);
  return by.length > 0 ? by : undefined;
}

function message({ item, job, desk, id }: Bench): PanelInput | undefined {
  const words = translateWords(textOfHtml(item.settings.message ?? ""), desk);
  if (words.length === 0) return undefined;
  const to = audiencesOf(item.to, job.people);
  const tone = TONES[(item.settings.level ?? "info") as Level] ?? "info";
  return { type: "message", id, to: to.length > 0 ? to : EVERYBODY, tone, words };
}

function comment(bench: Bench): PanelInput | undefined {
  const { settings } = bench.item;
  const by = usersOf(bench);
  if (!by) return undefined;
  const field = bench.job.scope.internal.get(settings.varname ?? "");
  return {
    type: "comment",
    id: bench.id,
    by,
    label: lineOfHtml(settings.label || settings.button_label || "Commentaire", 500),
    ...hintOf(bench),
    isRequired: isOn(settings.required),
    ...(field ? { field } : {}),
  };
}

/** A comment that makes the request move: a sub-form of one question, so that something is sent. */
function commentForm(bench: Bench): PanelInput | undefined {
  const by = usersOf(bench);
  if (!by) return undefined;
  const { settings } = bench.item;
  const label = lineOfHtml(settings.label || "Commentaire", 500);
  const required = isOn(settings.required);
  const fields: FormPanel["fields"] = [{ id: "commentaire", type: "long-text", label, required }];
  return { type: "form", id: bench.id, by, label, fields };
}

function form(bench: Bench): PanelInput | undefined {
  const { item, job, desk } = bench;
  const by = usersOf(bench);
  const fields = itemsOf(item.fields, desk.where, {
    library: job.library,
    ledger: desk.ledger,
    scope: NO_ANSWERS,
  });
  if (!by || fields.length === 0) return undefined;
  const label = (item.settings.varname ?? "").replaceAll("_", " ").trim() || "Formulaire";
  return {
    type: "form",
    id: bench.id,
    by,
    label: label.charAt(0).toUpperCase() + label.slice(1),
    fields: fields as FormPanel["fields"],
    isTold: isOn(item.settings.include_in_form_history),
  };
}

function edit(bench: Bench): PanelInput | undefined {
  const by = usersOf(bench);
  if (!by) return undefined;
  const { label = "", operation_mode = "full" } = bench.item.settings;
  if (operation_mode !== "full")
    tell(
      bench,
      `modification «\u00a0${operation_mode}\u00a0»`,
      "Seules certaines pages étaient modifiables.",
      "Choisissez les étapes que l’usager peut changer.",
    );
  return { type: "edit", id: bench.id, by, label: lineOfHtml(label || "Modifier ma demande", 500) };
}

function attach(bench: Bench): PanelInput | undefined {
  const { item, job } = bench;
  const by = usersOf(bench);
  if (!by) return undefined;
  const { title, button_label, backoffice_filefield_id = "", varname = "" } = item.settings;
  const field = job.fields.get(backoffice_filefield_id) ?? job.scope.internal.get(varname);
  return {
    type: "attach",
    id: bench.id,
    by,
    label: lineOfHtml(title || button_label || "Joindre un fichier", 500),
    ...hintOf(bench),
    ...(field ? { field } : {}),
  };
}

const MAKERS: Readonly<Record<string, (bench: Bench) => PanelInput | undefined>> = {
  displaymsg: message,
  commentable: comment,
  form,
  editable: edit,
  addattachment: attach,
};

export const isPanel = ({ item }: Bench) => Object.hasOwn(MAKERS, item.type);

/** `isSent`: what is written in this status makes the request move. */
export function translatePanel(bench: Bench, isSent: boolean): PanelInput[] {
  const when = whenOf(bench);
  const make = isSent && bench.item.type === "commentable" ? commentForm : MAKERS[bench.item.type];
  const made = make?.(bench);
  count(bench.desk.ledger, "actions", made !== undefined);
  if (!made)
    tell(
      bench,
      `élément de page «\u00a0${bench.item.type}\u00a0»`,
      "Il est vide, ou n’est proposé à personne.",
      "Dites à qui il s’adresse, ou retirez-le.",
    );
  return made && when ? [{ ...made, ...when }] : [];
}
