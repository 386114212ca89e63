import { expect, test } from "vitest";
import { conditionXml, fieldXml, itemXml } from "@/db/test/publik";
import { by, CALL, firstAction, firstPanel, MAIL, output, pairs, to } from "@/db/test/publik-flows";

test.for<[string, string, object]>([
  [
    "mail to the applicant and the agents",
    itemXml("sendmail", MAIL, to("_submitter", "_receiver")),
    {
      type: "mail",
      to: ["resident", "agents"],
      subject: ["Reçue"],
      body: ["Bonjour ", output("nom-complet")],
    },
  ],
  [
    "mail to an address that was answered",
    itemXml("sendmail", MAIL, to("{{ form_var_nom_complet }}")),
    { type: "mail", to: [{ address: [output("nom-complet")] }] },
  ],
  [
    "SMS",
    itemXml("sendsms", { body: "{{ form_name }}" }, to("_submitter")),
    { type: "sms", words: [output("request.title")] },
  ],
  [
    "notification",
    itemXml(
      "notification",
      { title: "Vue", body: "Oui", target_url: "{{ form_url }}" },
      to("_submitter"),
    ),
    { type: "notification", link: [output("request.url")] },
  ],
  [
    "line of the history",
    itemXml("register-comment", { comment: "<p>Fait</p>" }),
    { type: "write", to: ["resident", "agents"], words: ["Fait"] },
  ],
  [
    "call",
    itemXml("webservice_call", CALL, pairs("post_data", "nom", "{{ form_var_nom_complet }}")),
    {
      type: "call",
      id: "envoi",
      method: "POST",
      body: [{ name: "nom", value: { kind: "computed" } }],
      failures: { refused: { do: "jump", to: "fini" }, failed: { do: "go-on" } },
    },
  ],
  [
    "card",
    itemXml(
      "create_carddata",
      { formdef_slug: "tables" },
      '<mappings><mapping field_id="1">Ronde</mapping></mappings>',
    ),
    {
      type: "card",
      table: "tables",
      do: "create",
      values: [{ field: "1", value: { kind: "text", words: ["Ronde"] } }],
    },
  ],
  [
    "change of a card",
    itemXml("edit_carddata", { formdef_slug: "tables", target_id: "3" }),
    { type: "card", do: "update" },
  ],
  [
    "linked request",
    itemXml("create_formdata", { formdef_slug: "autre", draft: "True" }),
    { type: "request", procedure: "autre", isSent: false },
  ],
  [
    "dispatch",
    itemXml("dispatch", { dispatch_type: "manual", role_id: "Voirie" }),
    { type: "assign", to: { kind: "unit" } },
  ],
  [
    "priority",
    itemXml("modify_criticality", { mode: "1", absolute_value: "2" }),
    { type: "priority", priority: "urgent" },
  ],
  ["anonymise", itemXml("anonymise", { mode: "final" }), { type: "anonymise" }],
  [
    "redirect",
    itemXml("redirect_to_url", { url: "https://exemple.fr" }),
    { type: "redirect", url: ["https://exemple.fr"] },
  ],
  [
    "jump",
    itemXml("jump", { status: "fini" }, conditionXml("form_var_nom_complet")),
    { type: "jump", to: "fini", when: { op: "ref", path: "nom-complet" } },
  ],
])("action: %s", ([, item, expected]) => {
  expect(firstAction([item])).toMatchObject(expected);
});

test.for<[string, string, object]>([
  [
    "message",
    itemXml("displaymsg", { message: "<p>Bien reçu</p>", level: "success" }, to("_submitter")),
    { type: "message", to: ["resident"], tone: "good", words: ["Bien reçu"] },
  ],
  [
    "comment",
    itemXml("commentable", { label: "Écrire", required: "True", varname: "mot" }, by("_receiver")),
    { type: "comment", by: ["agents"], isRequired: true, field: "mot" },
  ],
  [
    "sub-form",
    itemXml(
      "form",
      { varname: "suite" },
      `${by("_submitter")}<formdef><fields>${fieldXml("date", { varname: "jour" })}</fields></formdef>`,
    ),
    { type: "form", id: "suite", by: ["resident"], fields: [{ type: "date", id: "jour" }] },
  ],
  [
    "edit",
    itemXml("editable", { label: "Corriger", status: "fini" }, by("_submitter")),
    { type: "edit", by: ["resident"] },
  ],
  [
    "file",
    itemXml("addattachment", { title: "Plan" }, by("_receiver")),
    { type: "attach", label: "Plan" },
  ],
])("panel: %s", ([, item, expected]) => {
  expect(firstPanel([item])).toMatchObject(expected);
});
