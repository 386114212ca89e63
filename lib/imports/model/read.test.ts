import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  conditionXml,
  fieldXml,
  formXml,
  itemXml,
  listed,
  statusXml,
  tags,
  workflowXml,
} from "@/db/test/publik";
import { XmlRefusal } from "@/lib/format/xml-read";
import { readPart } from "./read/parts";

describe("a form", () => {
  const read = (...fields: string[]) => {
    const part = readPart(formXml(fields));
    if (part.root !== "formdef") throw new Error(part.root);
    return part.fields;
  };

  test("a field keeps all that is said of it", () => {
    const prefill = `<prefill>${tags({ type: "user", value: "email", locked: "True" })}</prefill>`;
    const validation = `<validation>${tags({ type: "regex", value: "[0-9]+", error_message: "Des chiffres." })}</validation>`;
    const source = `<data_source>${tags({ type: "jsonvalue", value: "[]" })}</data_source>`;
    const [field] = read(
      fieldXml(
        "string",
        { varname: "tables", hint: "De 1 à 20", required: "True" },
        prefill +
          validation +
          source +
          conditionXml('form_var_a == "b"') +
          listed("display_locations", ["summary"]),
      ),
    );
    expect(field).toEqual({
      id: "tables",
      type: "string",
      label: "Question",
      varname: "tables",
      condition: { kind: "django", text: 'form_var_a == "b"' },
      prefill: { type: "user", value: "email", isLocked: true, unlessEmpty: false },
      validation: { type: "regex", value: "[0-9]+", message: "Des chiffres." },
      source: { type: "jsonvalue", value: "[]" },
      postConditions: [],
      settings: { hint: "De 1 à 20", required: "True" },
      lists: { display_locations: ["summary"] },
      leftovers: [],
    });
  });

  test("a page brings conditions on what was answered in it", () => {
    const post = `<post_condition>${conditionXml("form_var_a")}<error_message>Non.</error_message></post_condition>`;
    const [page] = read(fieldXml("page", {}, `<post_conditions>${post}</post_conditions>`));
    expect(page?.postConditions).toEqual([
      { condition: { kind: "django", text: "form_var_a" }, message: "Non." },
    ]);
  });

  test.for<[string, string, unknown]>([
    [
      "a block of before 2023",
      fieldXml("block:temoins"),
      { type: "block", settings: { block_slug: "temoins" } },
    ],
    [
      "a condition of before 2018",
      fieldXml("string", {}, "<condition>a == 1</condition>"),
      { condition: { kind: "python", text: "a == 1" } },
    ],
    ["an empty condition", fieldXml("string", {}, "<condition/>"), { condition: undefined }],
    [
      "a prefill of nothing",
      fieldXml("string", {}, "<prefill><type>none</type></prefill>"),
      { prefill: undefined },
    ],
    [
      "an element nobody knows",
      fieldXml("string", {}, "<odd><a><b>c</b></a></odd>"),
      { leftovers: [{ name: "odd", text: "c" }] },
    ],
    ["a type said twice", fieldXml("string", {}, "<type>date</type>"), { type: "date" }],
  ])("%s", ([, field, expected]) => {
    expect(read(field)[0]).toMatchObject(expected as object);
  });
});

test("a workflow keeps its statuses, who acts, and what is done", () => {
  const mail = itemXml(
    "sendmail",
    { subject: "Bonjour", body: "{{ form_name }}" },
    '<to><item role_id="_submitter">_submitter</item></to>',
  );
  const call = itemXml(
    "webservice_call",
    { url: "https://exemple.fr" },
    "<post_data><item><name>nom</name><value>{{ form_var_nom }}</value></item></post_data>",
  );
  const form = itemXml(
    "form",
    { varname: "suite" },
    `<by><item slug="regie" role_id="x9">Régie</item></by><formdef><fields>${fieldXml("text")}</fields></formdef>`,
  );
  const trigger = `<trigger type="manual" id="1">${listed("roles", ["_receiver"])}</trigger>`;
  const action = `<action>${tags({ id: "1", name: "Archiver" })}<items>${itemXml("remove")}</items><triggers>${trigger}</triggers></action>`;
  const part = readPart(
    workflowXml(
      [statusXml("1", [mail, call, form]), statusXml("2", [], { forced_endpoint: "true" })],
      `<global_actions>${action}</global_actions>`,
    ),
  );
  if (part.root !== "workflow") throw new Error(part.root);
  const [first, second] = part.statuses;
  expect(first?.items[0]).toMatchObject({
    type: "sendmail",
    to: [{ id: "_submitter", name: "_submitter" }],
    settings: { subject: "Bonjour", body: "{{ form_name }}" },
  });
  expect(first?.items[1]?.pairs.post_data).toEqual([{ name: "nom", value: "{{ form_var_nom }}" }]);
  expect(first?.items[2]).toMatchObject({
    by: [{ id: "regie", name: "Régie" }],
    fields: [{ type: "text" }],
  });
  expect(second?.isEnd).toBe(true);
  expect(part.globalActions[0]?.triggers[0]?.roles).toEqual([
    { id: "_receiver", name: "_receiver" },
  ]);
  expect(part.functions).toEqual([{ id: "_receiver", name: "Service" }]);
});

const many = Array.from({ length: 10_000 }, (_, i) => fieldXml("string", { id: `${i}` }));

test.for<[string, string, RegExp]>([
  ["a root nobody knows", "<svg/>", /racine/],
  ["a form without a name", "<formdef/>", /manque/],
  ["a field without a type", formXml(["<field><label>?</label></field>"]), /type/],
  ["10 000 fields", formXml(many), /plus de 2000 champs/],
  [
    "a text of a million characters",
    formXml([fieldXml("comment", { label: "x".repeat(1e6) })]),
    /200 000/,
  ],
  ["an entity outside", `<!DOCTYPE f SYSTEM "file:///etc/passwd">${formXml([])}`, /lisible|DTD/],
])("%s: refused with a sentence", ([, text, message]) => {
  expect(() => readPart(text)).toThrow(XmlRefusal);
  expect(() => readPart(text)).toThrow(message);
});

const FOLDER = "../shared/publik";
const here = existsSync(FOLDER);
if (!here) process.stdout.write(`skipped: ${FOLDER} is not there\n`);

test.skipIf(!here)("every file of real communes is read, and nothing in it is passed over", () => {
  const files = globSync(`${FOLDER}/*/**`).filter((path) => statSync(path).isFile());
  const parts = files.map((path) => readPart(readFileSync(path, "utf8")));
  const count = (root: string) => parts.filter((part) => part.root === root).length;
  process.stdout.write(
    `read: ${count("formdef")} forms, ${count("workflow")} workflows, ${parts.length} files\n`,
  );
  expect(parts.flatMap(({ leftovers }) => leftovers)).toEqual([]);
  const fields = parts.flatMap((part) => ("fields" in part ? part.fields : []));
  expect(fields.flatMap(({ leftovers }) => leftovers)).toEqual([]);
  expect(fields.length).toBeGreaterThan(0);
});
