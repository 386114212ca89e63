import type { Expression } from "@/lib/expressions/schemas";
import type { PublikItem, PublikWorkflow } from "../../schemas/publik";
import { identifier } from "../names";

/** What the names of a workflow stand for: its own things, and the answers of the forms that use it. */
export type FlowScope = {
  /** Answers, by the name that Publik gives them. */
  answers: ReadonlySet<string>;
  /** Internal fields: by name, and by the id that actions call them by. */
  internal: ReadonlyMap<string, string>;
  options: Map<string, string>;
  /** Sub-forms and calls: several may share a name, the last one counts. */
  panels: ReadonlyMap<string, readonly string[]>;
  calls: ReadonlyMap<string, readonly string[]>;
  /** Names that become options, for each procedure to set. */
  wanted: Map<string, string>;
};

export const ref = (path: string): Expression => ({ op: "ref", path });
export const nothing: Expression = { op: "value", value: null };

/** `a`, else `b`, else `c`. */
const firstOf = (paths: readonly string[]): Expression => {
  const [first = "", ...others] = [...paths].reverse();
  return others.reduce(
    (of: Expression, path): Expression => ({
      op: "filter",
      name: "default",
      of,
      args: [ref(path)],
    }),
    ref(first),
  );
};

const REQUEST: Readonly<Record<string, string>> = {
  form_name: "request.title",
  form_display_name: "request.title",
  form_number: "request.reference",
  form_number_raw: "request.reference",
  form_display_id: "request.reference",
  form_url: "request.url",
  form_uri: "request.url",
  form_url_backoffice: "request.agenturl",
  form_backoffice_url: "request.agenturl",
  form_status: "request.status",
  form_previous_status: "request.previous",
  form_comment: "request.comment",
  form_receipt_date: "request.submitted",
  form_receipt_datetime: "request.submitted",
  form_receipt_time: "request.submitted",
  form_criticality_label: "request.priority",
  form_criticality_level: "request.priority",
  form_user: "applicant.name",
  form_user_name: "applicant.name",
  form_user_display_name: "applicant.name",
  form_user_full_name: "applicant.name",
  form_user_email: "applicant.email",
  form_user_var_email: "applicant.email",
  form_user_var_phone: "applicant.phone",
  form_user_var_mobile: "applicant.phone",
  commune_name: "organisation.name",
  today: "today",
  now: "now",
};

const ALWAYS = new Set(["form_status_changed"]);

/** Whole parts of Publik's own pages: our messages have a link to the request instead. */
const THEIRS = new Set([
  "form_details",
  "form_evolution",
  "form_tracking_code",
  "form_comment_html",
  "form_attachments",
]);

export type Settled = { of: Expression; lost?: "theirs" | "outside" };

/** The longest of these names that this one is, or begins with. */
function longest(name: string, names: Iterable<string>): [known: string, rest: string] | undefined {
  const [known] = [...names]
    .filter((one) => name === one || name.startsWith(`${one}_`))
    .sort((a, b) => b.length - a.length);
  return known === undefined ? undefined : [known, name.slice(known.length + 1)];
}

const key = (rest: string) => (/^[A-Za-z0-9][\w-]*$/.test(rest) ? `.${rest}` : "");

function answerPath(name: string, { answers, internal }: FlowScope): Expression | undefined {
  const own = longest(name, internal.keys());
  if (own) return ref(`internal.${internal.get(own[0])}${rowPath(own[1])}`);
  const found = longest(name, answers);
  return found && ref(`${identifier(found[0], "champ")}${rowPath(found[1])}`);
}

/** `_raw` is the value itself; `_structured_prix` and `_prix` are a column of its row. */
const rowPath = (rest: string) => key(rest.replace(/^(raw|structured_raw|structured)(_|$)/, ""));

function callPath(name: string, { calls }: FlowScope): Expression | undefined {
  const found = longest(name.replace(/^form_workflow_(data|wscall)_/, ""), calls.keys());
  if (!found || found[1] === "") return undefined;
  const rest = found[1].replace(/^error_/, "");
  const part = rest.startsWith("response")
    ? `answer${key(rest.replace(/^response_?/, ""))}`
    : "status";
  return firstOf((calls.get(found[0]) ?? []).map((id) => `calls.${id}.${part}`));
}

function panelPath(name: string, { panels }: FlowScope): Expression | undefined {
  const [, panel = "", field = ""] =
    /^(?:form_workflow_form_)?(\w+?)_(?:\d+_)?var_(\w+)$/.exec(name) ?? [];
  const ids = panels.get(panel);
  const id = identifier(field.replace(/_(raw|structured)$/, ""), "champ");
  return ids && firstOf(ids.map((one) => `forms.${one}.${id}`));
}

function optionPath(name: string, { options }: FlowScope): Expression | undefined {
  const found = longest(name, options.keys());
  return found && ref(`options.${options.get(found[0])}${rowPath(found[1])}`);
}

/** Where each family of names is looked up; nothing found, the name is of the outside. */
function lookUp(name: string, scope: FlowScope): Expression | undefined {
  if (name.startsWith("form_var_")) return answerPath(name.slice(9), scope);
  if (name.startsWith("form_option_")) return optionPath(name.slice(12), scope);
  if (name.startsWith("comment_")) return answerPath(name.slice(8), scope);
  return (
    panelPath(name, scope) ??
    callPath(name, scope) ??
    answerPath(name.replace(/^form_workflow_data_/, ""), { ...scope, answers: new Set() })
  );
}

/** A setting of their installation becomes an option of the workflow, for each procedure to set. */
function wantedOption(name: string, { wanted }: FlowScope): Expression {
  const id = wanted.get(name) ?? identifier(name.replace(/^form_option_/, ""), "option");
  wanted.set(name, id);
  return ref(`options.${id}`);
}

/** Answers of a form that is not in the export are taken at their word. */
function unknownAnswer(name: string, { answers }: FlowScope): Settled {
  const of = ref(identifier(name.replace(/_(raw|structured)$/, ""), "champ"));
  return answers.size === 0 ? { of } : { of, lost: "outside" };
}

export function settleName(path: string, scope: FlowScope): Settled {
  const flat = path.replace(/^form\.(var|option|workflow_data)\./, "form_$1_");
  const [name = "", ...rest] = flat.split(".");
  if (name === "status_loop") {
    const item = rest
      .slice(1)
      .map((part) => `.${part}`)
      .join("");
    return { of: ref(`item${rest[0] === "current_item" ? item : ""}`) };
  }
  const known = Object.hasOwn(REQUEST, name) ? REQUEST[name] : undefined;
  if (known) return { of: ref(known) };
  if (ALWAYS.has(name)) return { of: { op: "value", value: true } };
  if (THEIRS.has(name)) return { of: nothing, lost: "theirs" };
  const found = lookUp([name, ...rest].join("_"), scope);
  if (found) return { of: found };
  if (name.startsWith("form_var_")) return unknownAnswer(name.slice(9), scope);
  return rest.length === 0
    ? { of: wantedOption(name, scope), lost: "outside" }
    : { of: nothing, lost: "outside" };
}

type Named = { id: string; item: PublikItem };

/** Ids of what a workflow holds, by the name that Publik gives it. */
export function grouped(named: readonly Named[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, item } of named) {
    const { varname } = item.settings;
    if (varname) found.set(varname, [...(found.get(varname) ?? []), id]);
  }
  return found;
}

export const optionsOf = ({ options }: PublikWorkflow) =>
  new Map(
    options.flatMap(({ varname }) => (varname ? [[varname, identifier(varname, "option")]] : [])),
  );
