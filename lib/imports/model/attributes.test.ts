import { expect, test } from "vitest";
import { conditionXml, fieldXml, formXml, listed, tags } from "@/db/test/publik";
import { unfinished } from "@/lib/forms/model";
import { translatePackage } from "./package";

const PAGE = fieldXml("page", { label: "Votre projet", id: "p" });
const OTHER = fieldXml("page", { label: "La suite", id: "q" });

const translate = (fields: string[], more = "") =>
  translatePackage([{ path: "0.wcs", text: formXml(fields, more) }]);

function stepsOf(...args: Parameters<typeof translate>) {
  const { forms, report } = translate(...args);
  if (!forms[0]) throw new Error(JSON.stringify(report.refused));
  return forms[0].definition.steps;
}
const first = (...args: Parameters<typeof translate>) => stepsOf(...args)[0]?.fields[0];

const line = (more: string, told = {}) => [
  PAGE,
  fieldXml("string", { varname: "nom", ...told }, more),
];
const check = (told: Record<string, string>) => `<validation>${tags(told)}</validation>`;
const prefill = (type: string, value: string, locked = "False") =>
  `<prefill>${tags({ type, value, locked })}</prefill>`;

test.for<[string, string[], object]>([
  [
    "a pattern, with its message",
    line(check({ type: "regex", value: "[0-9]{3}", error_message: "Trois chiffres." })),
    { validators: [{ check: "pattern", pattern: "[0-9]{3}", message: "Trois chiffres." }] },
  ],
  [
    "a telephone of any country",
    line(check({ type: "phone" })),
    { validators: [{ check: "pattern" }] },
  ],
  ["an IBAN", line(check({ type: "iban" })), { format: "iban" }],
  ["a Belgian number", line(check({ type: "nrn-be" })), { format: "nrn-be" }],
  [
    "a condition on the answer",
    line(check({ type: "django", value: '"€" not in value', error_message: "Sans signe." })),
    { validators: [{ check: "expression", message: "Sans signe." }] },
  ],
  [
    "from the account",
    line(prefill("user", "_first_name", "True")),
    { prefill: { from: "account", part: "givenName", locked: true } },
  ],
  ["a constant", line(prefill("string", "Bron")), { prefill: { from: "constant", value: "Bron" } }],
  [
    "a constant of before 2020",
    line("", { default_value: "3" }),
    { prefill: { from: "constant", value: "3" } },
  ],
  [
    "shown in lists of agents only",
    line(listed("display_locations", ["listings"])),
    { shownIn: ["list"] },
  ],
  ["erased sooner", line("", { anonymise: "intermediate" }), { anonymise: "sooner" }],
  ["never erased", line("", { anonymise: "no" }), { anonymise: "never" }],
  [
    "a title",
    [PAGE, fieldXml("title", { label: "<b>Vous</b>" })],
    { type: "heading", level: "title", text: "Vous" },
  ],
  ["an hour", [PAGE, fieldXml("time", { min_time: "08:00" })], { type: "time", min: "08:00" }],
  ["hours", [PAGE, fieldXml("time-range")], { type: "time-range" }],
  [
    "a ranking",
    [PAGE, fieldXml("ranked-items", {}, listed("items", ["Un", "Deux"]))],
    { type: "ranking" },
  ],
  [
    "lines of a table",
    [PAGE, fieldXml("tablerows", {}, listed("columns", ["Nom", "Âge"]))],
    { type: "repeat", look: "table" },
  ],
  [
    "a grid",
    [
      PAGE,
      fieldXml(
        "table-select",
        {},
        listed("rows", ["A", "B"]) + listed("columns", ["Avis"]) + listed("items", ["Oui", "Non"]),
      ),
    ],
    { type: "matrix" },
  ],
  ["a point on a map", [PAGE, fieldXml("map")], { type: "address" }],
])("%s", ([, fields, expected]) => {
  expect(first(fields)).toMatchObject(expected);
});

test.for<[string, string[]]>([
  ["a pattern that cannot be kept to time", line(check({ type: "regex", value: "(a)\\1" }))],
  ["a check of theirs", line(check({ type: "django", value: "value|is_valid_tva_number" }))],
  ["an attribute that accounts do not have", line(prefill("user", "_num_box"))],
  ["a place", line(prefill("geolocation", "road"))],
  [
    "a box ticked in advance",
    [PAGE, fieldXml("bool", { varname: "oui" }, prefill("string", "True"))],
  ],
])("%s is told, and left out", ([, fields]) => {
  const { report } = translate(fields);
  expect(report.losses).toHaveLength(1);
  expect(first(fields)).not.toHaveProperty("validators");
  expect(first(fields)).not.toHaveProperty("prefill");
});

test("a computed value is made of answers, and conditions may look at it", () => {
  const nom = fieldXml("string", { varname: "nom" });
  const template = "{% if form_var_nom %}Bonjour {{ form_var_nom }}{% else %}Rien{% endif %}";
  const computed = fieldXml("computed", { varname: "salut", value_template: template });
  const last = fieldXml(
    "string",
    { varname: "suite" },
    conditionXml('form_var_salut == "Bonjour Zoé"'),
  );
  const steps = stepsOf([PAGE, nom, computed, OTHER, last]);
  const shown = (typed: Record<string, string>) =>
    unfinished({ steps }, typed, "2027-03-01").some(({ step }) => step.id === "la-suite");
  expect(steps[0]?.fields[1]).toMatchObject({ type: "computed", id: "salut" });
  expect([shown({ nom: "Zoé" }), shown({ nom: "Léo" })]).toEqual([true, false]);
});

test("a page is checked as a whole, but never by what only their installation knows", () => {
  const post = (text: string) =>
    `<post_condition>${conditionXml(text)}<error_message>Plus tard.</error_message></post_condition>`;
  const page = (text: string) =>
    fieldXml(
      "page",
      { label: "Dates", id: "p" },
      `<post_conditions>${post(text)}</post_conditions>`,
    );
  const dates = ["du", "au"].map((varname) => fieldXml("date", { varname }));
  expect(stepsOf([page("form_var_du <= form_var_au"), ...dates])[0]?.postConditions).toEqual([
    {
      test: { op: "<=", left: { op: "ref", path: "du" }, right: { op: "ref", path: "au" } },
      message: "Plus tard.",
    },
  ]);
  for (const text of ["commune_ouverte", "form_var_du|date|add_days:form_option_absent > today"])
    expect(stepsOf([page(text), ...dates])[0]).not.toHaveProperty("postConditions");
});

test("words that were made of settings are written in as they were", () => {
  const comment = fieldXml("comment", {
    label: "<p>{{ form_option_tarif }} € {{ commune_name }}</p>",
  });
  const options = '<options><option varname="tarif">12</option></options>';
  expect(first([PAGE, comment], options)).toMatchObject({ text: "12 €" });
  expect(translate([PAGE, comment], options).report.losses[0]?.todo).toMatch(/complétez/);
});
