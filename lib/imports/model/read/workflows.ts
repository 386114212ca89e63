import type { XmlElement } from "@/lib/format/xml-read";
import type { PublikItem, PublikStatus, PublikWorkflow } from "../../schemas/publik";
import { conditionOf, readFields } from "./fields";
import {
  child,
  isTrue,
  leftoversOf,
  listsOf,
  pairOf,
  partyOf,
  type Reader,
  reading,
  settingsOf,
  textOf,
  under,
} from "./reader";

const PAIRS = ["post_data", "qs_data", "mappings", "fields", "rules", "varnames"];

/** `<rule><role_id/><value/></rule>`: who, for which value. */
function ruleOf(element: XmlElement) {
  const reader = reading(element);
  const role = child(reader, "role_id");
  return { name: role ? partyOf(role).id : "", value: textOf(reader, "value") ?? "" };
}

/** Lists of names and values; `fields` of a sub-form are questions, read apart. */
function pairsOf(reader: Reader) {
  const lists = PAIRS.flatMap((name) => {
    const children = under(reader, name);
    if (children.length === 0) return [];
    return [[name, children.map(name === "rules" ? ruleOf : pairOf)] as const];
  });
  return Object.fromEntries(lists);
}

function readItem(element: XmlElement): PublikItem {
  const reader = reading(element);
  const formdef = child(reader, "formdef");
  const known = {
    id: element.attributes.id ?? "",
    type: element.attributes.type ?? "",
    condition: conditionOf(child(reader, "condition")),
    by: under(reader, "by").map(partyOf),
    to: under(reader, "to").map(partyOf),
    pairs: pairsOf(reader),
    fields: readFields(formdef ? under(reading(formdef), "fields") : []),
  };
  return {
    ...known,
    settings: settingsOf(reader),
    lists: listsOf(reader),
    leftovers: leftoversOf(reader),
  };
}

const readItems = (reader: Reader) => under(reader, "items").map(readItem);

function readStatus(element: XmlElement): PublikStatus {
  const reader = reading(element);
  const over = textOf(reader, "loop_items_template");
  const after = textOf(reader, "after_loop_status");
  return {
    id: textOf(reader, "id") ?? "",
    name: textOf(reader, "name") ?? "",
    colour: textOf(reader, "colour"),
    isEnd: isTrue(textOf(reader, "forced_endpoint")),
    visibility: under(reader, "visibility").map(({ text }) => text.trim()),
    loop: over ? { over, after } : undefined,
    info: textOf(reader, "backoffice_info_text"),
    items: readItems(reader),
    leftovers: leftoversOf(reader),
  };
}

function readTrigger(element: XmlElement) {
  const reader = reading(element);
  return {
    type: element.attributes.type ?? "",
    roles: under(reader, "roles").map(partyOf),
    statuses: under(reader, "statuses").map(({ text }) => text.trim()),
    settings: settingsOf(reader),
    leftovers: leftoversOf(reader),
  };
}

function readGlobalAction(element: XmlElement) {
  const reader = reading(element);
  return {
    id: textOf(reader, "id") ?? "",
    name: textOf(reader, "name") ?? "",
    info: textOf(reader, "backoffice_info_text"),
    items: readItems(reader),
    triggers: under(reader, "triggers").map(readTrigger),
    leftovers: leftoversOf(reader),
  };
}

function readCriticality(element: XmlElement) {
  const reader = reading(element);
  return { name: textOf(reader, "name") ?? "", colour: textOf(reader, "colour") };
}

/** Questions that a workflow brings: under a form of their own. */
function fieldsUnder(reader: Reader, name: string) {
  const formdef = under(reader, name).find((one) => one.name === "formdef");
  return readFields(formdef ? under(reading(formdef), "fields") : []);
}

export const readWorkflow = (reader: Reader): Omit<PublikWorkflow, "settings" | "leftovers"> => ({
  root: "workflow",
  name: textOf(reader, "name") ?? "",
  slug: textOf(reader, "slug") ?? "",
  functions: under(reader, "roles").map(partyOf),
  statuses: under(reader, "possible_status").map(readStatus),
  globalActions: under(reader, "global_actions").map(readGlobalAction),
  criticality: under(reader, "criticality_levels").map(readCriticality),
  options: fieldsUnder(reader, "variables"),
  backoffice: fieldsUnder(reader, "backoffice-fields"),
});
