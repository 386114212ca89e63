import { expect, test } from "vitest";
import { fieldXml, itemXml, listed, statusXml, workflowXml } from "@/db/test/publik";
import {
  by,
  CALL,
  firstAction,
  go,
  MAIL,
  output,
  shapeOf,
  to,
  translate,
} from "@/db/test/publik-flows";
import { translatePackage } from "./package";

test.for<[string, string[], object]>([
  [
    "a button of the applicant, to confirm",
    [
      itemXml(
        "choice",
        { label: "Annuler", status: "fini", require_confirmation: "True" },
        by("_submitter"),
      ),
    ],
    { label: "Annuler", to: "fini", on: { by: "resident", confirm: "Confirmez-vous\u202f?" } },
  ],
  [
    "a button of a function",
    [itemXml("choice", { label: "Valider", status: "fini" }, by("_chef"))],
    { on: { by: "agent", only: ["chef"] } },
  ],
  [
    "time, in seconds",
    [itemXml("jump", { status: "fini", timeout: "172800", mode: "timeout" })],
    { on: { by: "time", after: { amount: 2, unit: "days" } } },
  ],
  [
    "time, in words",
    [itemXml("jump", { status: "fini", timeout: "3 heures" })],
    { on: { after: { amount: 3, unit: "hours" } } },
  ],
  [
    "time, computed",
    [itemXml("jump", { status: "fini", timeout: "{{ form_option_delai }} jours" })],
    { on: { after: { amount: { op: "ref", path: "options.delai" }, unit: "days" } } },
  ],
  [
    "an event",
    [itemXml("jump", { status: "fini", trigger: "paid" })],
    { on: { by: "event", event: "paid" } },
  ],
  [
    "a comment that is sent",
    [
      itemXml("commentable", { varname: "mot" }, by("_submitter")),
      itemXml("jumponsubmit", { status: "fini" }),
    ],
    { on: { by: "form", panel: "mot" } },
  ],
])("way: %s", ([, items, expected]) => {
  expect(shapeOf(items).transitions[0]).toMatchObject(expected);
});

test.for<[string, string, string]>([
  [
    "form_workflow_data_envoi_response_id",
    itemXml("webservice_call", CALL),
    "calls.envoi.answer.id",
  ],
  ["envoi_status", itemXml("webservice_call", CALL), "calls.envoi.status"],
  [
    "form_workflow_form_suite_var_jour",
    itemXml(
      "form",
      { varname: "suite" },
      `${by("_receiver")}<formdef><fields>${fieldXml("date", { varname: "jour" })}</fields></formdef>`,
    ),
    "forms.suite.jour",
  ],
  [
    "suite_var_jour_raw",
    itemXml(
      "form",
      { varname: "suite" },
      `${by("_receiver")}<formdef><fields>${fieldXml("date", { varname: "jour" })}</fields></formdef>`,
    ),
    "forms.suite.jour",
  ],
  ["form_var_note", "", "internal.note"],
  ["form_option_delai", "", "options.delai"],
  ["form_var_nom_complet_structured_prix", "", "nom-complet.prix"],
  ["form_previous_status", "", "request.previous"],
  ["portal_url", "", "options.portal-url"],
])("the name %s", ([name, item, path]) => {
  const internal = `<backoffice-fields><formdef><fields>${fieldXml("string", { id: "bo1", varname: "note" })}</fields></formdef></backoffice-fields>`;
  const options = `<variables><formdef><fields>${fieldXml("string", { varname: "delai" })}</fields></formdef></variables>`;
  const mail = itemXml("sendmail", { subject: `{{ ${name} }}`, body: "x" }, to("_submitter"));
  const { statuses } = shapeOf([...(item ? [item] : []), mail], internal + options);
  expect(statuses[0]?.onEnter.find(({ type }) => type === "mail")).toMatchObject({
    subject: [output(path)],
  });
});

const trigger = (type: string, more: string) => `<trigger type="${type}" id="1">${more}</trigger>`;
const globalXml = (items: string[], triggers: string) =>
  `<global_actions><action><id>1</id><name>Relancer</name><items>${items.join("")}</items><triggers>${triggers}</triggers></action></global_actions>`;

test.for<[string, string, object]>([
  [
    "by hand",
    trigger(
      "manual",
      `${listed("roles", ["_receiver"])}<allow_as_mass_action>True</allow_as_mass_action>`,
    ),
    { by: "agent", inBulk: true },
  ],
  [
    "in time",
    trigger("timeout", "<anchor>finalized</anchor><timeout>30</timeout>"),
    { by: "time", after: { amount: 30, unit: "days" }, since: { from: "end" } },
  ],
  [
    "by another system",
    trigger("webservice", "<identifier>retour</identifier>"),
    { by: "event", event: "retour" },
  ],
])("whatever the status, %s", ([, triggers, on]) => {
  const { transitions } = shapeOf(
    [],
    globalXml([itemXml("sendmail", MAIL, to("_submitter"))], triggers),
  );
  expect(transitions.at(-1)).toMatchObject({ from: "any", on, actions: [{ type: "mail" }] });
});

test("a workflow that our rules refuse is mended, and each change is told", () => {
  const texts = [
    workflowXml([
      statusXml("1", [
        itemXml("jump", { status: "2" }),
        itemXml("sendmail", MAIL, to("_submitter")),
      ]),
      statusXml("2", [go("3"), go("4")]),
      statusXml("3", [go("2")], { name: "Refusée", forced_endpoint: "true" }),
      statusXml("4", [itemXml("geolocate", { method: "address_string" })], { name: "Attente" }),
      statusXml("5", []),
    ]),
  ];
  const { workflows, report } = translatePackage(texts.map((text) => ({ path: "a", text })));
  expect(workflows[0]?.isSound).toBe(true);
  const told = report.losses.map(({ what }) => what).join("\n");
  for (const what of [/après un départ/, /retour depuis/, /jamais atteint/, /geolocate/])
    expect(told).toMatch(what);
  expect(workflows[0]?.definition.transitions[0]?.on).toMatchObject({ asks: "reason" });
});

test("a circuit that never ends is given an end; one without status is refused", () => {
  const alone = workflowXml([
    statusXml("1", [itemXml("redirect_to_url", { url: "https://exemple.fr" })]),
  ]);
  const { workflows } = translatePackage([{ path: "a", text: alone }]);
  expect(workflows[0]?.isSound).toBe(true);
  expect(workflows[0]?.definition.statuses.map(({ phase }) => phase)).toEqual([
    "submitted",
    "closed",
  ]);
  const none = translatePackage([{ path: "a", text: workflowXml([]) }]);
  expect(none.report.refused).toEqual([{ file: "a", why: "Le circuit n’a aucun statut." }]);
});

test.for<[string, string, RegExp]>([
  [
    "a template that cannot be read",
    itemXml("sendmail", { subject: "{% if %}", body: "x" }, to("_submitter")),
    /Caractère/,
  ],
  [
    "a tag of theirs",
    itemXml("sendmail", { subject: "{% action_button 'x' %}", body: "x" }, to("_submitter")),
    /balise/,
  ],
  [
    "a filter of theirs",
    itemXml(
      "sendmail",
      { subject: "{{ form_var_nom_complet|tarif }}", body: "x" },
      to("_submitter"),
    ),
    /tarif|filtre/,
  ],
  [
    "Python",
    itemXml(
      "set-backoffice-fields",
      {},
      "<fields><field><field_id>bo9</field_id><value>=[x for x in y]</value></field></fields>",
    ),
    /circuit|Python/,
  ],
  ["mail to nobody", itemXml("sendmail", MAIL), /personne/],
])("%s is told", ([, item, why]) => {
  expect(
    translate([item])
      .report.losses.map((loss) => `${loss.what} ${loss.why}`)
      .join(),
  ).toMatch(why);
});

test("the oldest templates are read too", () => {
  const item = itemXml(
    "sendmail",
    { subject: "[form_name]", body: "[if-any form_comment]Mot[end]" },
    to("_submitter"),
  );
  expect(firstAction([item])).toMatchObject({
    subject: [output("request.title")],
    body: [{ tag: "if" }],
  });
});
