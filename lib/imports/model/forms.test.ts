import { expect, test } from "vitest";
import { conditionXml, fieldXml, formXml, listed, tags } from "@/db/test/publik";
import { when } from "@/lib/expressions/model/parse";
import { translatePackage } from "./package";

const translate = (fields: string[], more = "", others: string[] = []) => {
  const texts = [formXml(fields, more), ...others];
  return translatePackage(texts.map((text, rank) => ({ path: `${rank}.wcs`, text })));
};

function stepsOf(...args: Parameters<typeof translate>) {
  const { forms, report } = translate(...args);
  if (!forms[0]) throw new Error(JSON.stringify(report.refused));
  return forms[0].definition.steps;
}

const first = (...args: Parameters<typeof translate>) => stepsOf(...args)[0]?.fields[0];

const PAGE = fieldXml("page", { label: "Votre projet", id: "p" });
const OTHER = fieldXml("page", { label: "La suite", id: "q" });
const lieu = fieldXml(
  "item",
  { label: "Où ?", varname: "lieu" },
  listed("items", ["Dans la rue", "Sur une place", "Chez moi"]),
);
const asks = (type: string, told = {}, more = "") => [PAGE, fieldXml(type, told, more)];

const validation = (type: string) => `<validation>${tags({ type })}</validation>`;

test.for<[string, string[], object]>([
  [
    "a line",
    asks("string", { label: "Nom", hint: "De famille", maxlength: "30" }),
    { type: "text", label: "Nom", hint: "De famille", maxLength: 30, required: true },
  ],
  ["one that may be left blank", asks("string", { required: "optional" }), { required: false }],
  ["the same, before 2024", asks("string", { required: "False" }), { required: false }],
  ["paragraphs", asks("text"), { type: "long-text" }],
  ["an address of mail", asks("email"), { type: "email" }],
  ["a box", asks("bool"), { type: "consent" }],
  [
    "a number",
    asks("numeric", { min_value: "2", max_value: "8", restrict_to_integers: "False" }),
    { type: "number", min: 2, max: 8, decimals: 2 },
  ],
  [
    "a day to come",
    asks("date", { minimum_is_future: "True", date_can_be_today: "True" }),
    { type: "date", min: { days: 0 } },
  ],
  [
    "a day gone by",
    asks("date", { date_in_the_past: "True", date_can_be_today: "False" }),
    { type: "date", max: { days: -1 } },
  ],
  ["a file", asks("file"), { type: "file" }],
  ["digits", asks("string", {}, validation("digits")), { type: "text", format: "digits" }],
  [
    "one choice",
    [PAGE, lieu],
    {
      type: "choice",
      options: [
        { value: "dans-la-rue", label: "Dans la rue" },
        { value: "sur-une-place" },
        { value: "chez-moi" },
      ],
    },
  ],
  [
    "several choices",
    asks("items", { max_choices: "2" }, listed("items", ["A", "B", "C"])),
    { type: "choices", max: 2 },
  ],
  [
    "a text with marks",
    asks("comment", {
      label: "<p>Bon&nbsp;à savoir</p><ul><li><a href='x'>un</a></li><li>deux</li></ul>",
    }),
    { type: "explanation", text: "Bon\u00a0à savoir\n\n– un\n– deux" },
  ],
  ["a type of another time", asks("barometer"), { type: "long-text" }],
])("%s", ([, fields, expected]) => {
  expect(first(fields)).toMatchObject(expected);
});

test("a list kept in a file of its own is written into the form", () => {
  const source = `<datasource><name>Lieux</name><slug>lieux</slug><data_source><type>jsonvalue</type>
      <value>[{"id": 1, "text": "Ici"}, {"id": 2, "text": "Là"}, {"id": 3, "text": "Non", "disabled": true}]</value></data_source></datasource>`;
  const item = fieldXml("item", {}, "<data_source><type>lieux</type></data_source>");
  expect(first([PAGE, item], "", [source])).toMatchObject({
    type: "choice",
    options: [{ label: "Ici" }, { label: "Là" }],
  });
});

test("a list that another server holds is told, and its answer is written", () => {
  const item = fieldXml(
    "item",
    { label: "Rue" },
    "<data_source><type>json</type><value>https://exemple.fr</value></data_source>",
  );
  const { report } = translate([PAGE, item]);
  expect(first([PAGE, item])).toMatchObject({ type: "text", label: "Rue" });
  expect(report.losses[0]).toMatchObject({ file: "0.wcs", where: "Votre projet › Rue" });
});

test("a block is asked again and again", () => {
  const block = `<block><name>Enfants</name><slug>enfants</slug><fields>${fieldXml("string", { label: "Prénom" })}</fields></block>`;
  const field = fieldXml("block", { label: "Enfant", block_slug: "enfants", max_items: "4" });
  expect(first([PAGE, field], "", [block])).toMatchObject({
    type: "repeat",
    min: 1,
    max: 4,
    fields: [{ type: "text", label: "Prénom" }],
  });
  expect(translate([PAGE, field]).report.losses[0]?.todo).toContain("bloc");
});

test("blocks that hold each other are told, not followed for ever", () => {
  const block = (slug: string, inner: string) =>
    `<block><name>${slug}</name><slug>${slug}</slug><fields>${fieldXml("string")}${fieldXml("block", { block_slug: inner })}</fields></block>`;
  const field = fieldXml("block", { block_slug: "a" });
  const { report, forms } = translate([PAGE, field], "", [block("a", "b"), block("b", "a")]);
  expect(forms).toHaveLength(1);
  expect(report.losses.map(({ what }) => what)).toContain("champ «\u00a0block\u00a0»");
});

const shownIf = (text: string, type = "string") =>
  fieldXml(type, { label: "Précisez", varname: "suite" }, conditionXml(text));
const conditionOn = (text: string, more = "", extra: string[] = []) =>
  stepsOf([PAGE, lieu, ...extra, OTHER, shownIf(text)], more)[1]?.fields[0]?.visibleIf;

test.for<[string, unknown]>([
  ['form_var_lieu == "Chez moi"', when('lieu == "chez-moi"')],
  ['form_var_lieu_raw == "Chez moi"', when('lieu == "chez-moi"')],
  ['"place" in form_var_lieu|lower', when('lieu == "sur-une-place"')],
  ['form_var_lieu in "Dans la rue,Chez moi"', when('lieu in ["dans-la-rue", "chez-moi"]')],
  ["form_var_lieu", when("lieu")],
  ["form_var_lieu is not null", when("lieu")],
  ['form_option_ouvert and form_var_lieu == "Chez moi"', when('lieu == "chez-moi"')],
  ["True", undefined],
])("%s", ([text, expected]) => {
  const options = '<options><option varname="ouvert">oui</option></options>';
  expect(conditionOn(text, options)).toEqual(expected);
});

test("several choices: one of them is among those chosen", () => {
  const papers = fieldXml("items", { varname: "papiers" }, listed("items", ["Carte", "Passeport"]));
  expect(conditionOn('"Carte" in form_var_papiers', "", [papers])).toEqual(
    when('"carte" in papiers'),
  );
});

test("two questions of one name: the last one answered counts", () => {
  const again = fieldXml("item", { varname: "lieu" }, listed("items", ["Au parc", "Chez moi"]));
  const condition = conditionOn('form_var_lieu == "Chez moi"', "", [again]);
  expect(condition).toEqual(when('lieu-2 == "chez-moi" if lieu-2 else lieu == "chez-moi"'));
});

test("a condition written in Python is read as the others", () => {
  const text =
    "len(vars().get('form_var_lieu')) > 0 and form_var_lieu in ('Chez moi', 'Dans la rue')";
  const shown = fieldXml("string", { varname: "suite" }, conditionXml(text, "python"));
  const { report, forms } = translate([PAGE, lieu, OTHER, shown]);
  expect(report.conditions).toEqual({ found: 1, parsed: 1 });
  expect(report.losses).toEqual([]);
  const [, second] = forms[0]?.definition.steps ?? [];
  expect(second?.visibleIf).toBeDefined();
});

test("what looks at its own page comes on the page after it, with the title above it", () => {
  const title = fieldXml("subtitle", { label: "Chez vous" });
  const steps = stepsOf([PAGE, lieu, title, shownIf('form_var_lieu == "Chez moi"')]);
  expect(steps.map((step) => [step.title, step.fields.length])).toEqual([
    ["Votre projet", 1],
    ["Votre projet (suite)", 2],
  ]);
  // Its only question is hidden: so is the page.
  expect(steps[1]?.visibleIf).toEqual(when('lieu == "chez-moi"'));
});

test("a page that is never shown is told, and what looks at it looks at nothing", () => {
  const never = fieldXml("page", { label: "Jamais" }, conditionXml("form_option_absent"));
  const inside = fieldXml("string", { varname: "dedans" });
  const { report } = translate([PAGE, lieu, never, inside, OTHER, shownIf("not form_var_dedans")]);
  expect(stepsOf([PAGE, lieu, never, inside, OTHER, shownIf("not form_var_dedans")])).toHaveLength(
    2,
  );
  expect(report.losses).toHaveLength(1);
  expect(report.conditions).toEqual({ found: 2, parsed: 2 });
});

test.for<[string, string, RegExp]>([
  ["what only their installation knows", "session_user|is_admin", /session_user/],
  ["what cannot be read", "a ==", /attendue/],
  ["Python", "a == 1 and lambda x: x", /attendu/],
])("%s is told", ([, text, why]) => {
  const { report } = translate([PAGE, lieu, OTHER, shownIf(text)]);
  expect(report.losses.map((loss) => loss.why).join()).toMatch(why);
  expect(report.losses[0]?.where).toBe("La suite › Précisez");
});

test("a form with nothing to ask is refused with a sentence", () => {
  expect(translate([]).report.refused).toEqual([
    { file: "0.wcs", why: "Le formulaire n’a aucune question." },
  ]);
});

test("an element nobody knows is told", () => {
  const odd = "<odd><inner><deep>thing</deep></inner></odd>";
  expect(translate([PAGE, fieldXml("string", {}, odd)]).report.losses[0]?.what).toContain("odd");
});

test("a list that the form's settings decide is written into the form; lists that name each other are told", () => {
  const value = '{% if form_option_tout %}["Un", "Deux"]{% else %}["Trois"]{% endif %}';
  const item = fieldXml(
    "item",
    {},
    `<data_source><type>jsonvalue</type><value>${value}</value></data_source>`,
  );
  const options = '<options><option varname="tout">oui</option></options>';
  expect(first([PAGE, item], options)).toMatchObject({
    options: [{ label: "Un" }, { label: "Deux" }],
  });
  const named = (slug: string, type: string) =>
    `<datasource><name>${slug}</name><slug>${slug}</slug><data_source><type>${type}</type></data_source></datasource>`;
  const round = fieldXml("item", {}, "<data_source><type>a</type></data_source>");
  expect(first([PAGE, round], "", [named("a", "b"), named("b", "a")])).toMatchObject({
    type: "text",
  });
});
