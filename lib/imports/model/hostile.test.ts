import { describe, expect, test } from "vitest";
import {
  conditionXml,
  fieldXml,
  formXml,
  itemXml,
  listed,
  statusXml,
  workflowXml,
} from "@/db/test/publik";
import { textOfHtml } from "./html";
import { translatePackage } from "./package";

const MOST_MS = 4000;
const many = (piece: string, size = 190_000) => piece.repeat(Math.floor(size / piece.length));

const timed = (run: () => void) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

test.each([
  "<a ",
  '<a href="x">',
  "<!--",
  "<script ",
  "<style>",
  "<p",
  "&#1",
  "< / ",
  "</p>",
  "<li",
])("a text made of « %s » only is read in time", (piece) =>
  expect(timed(() => textOfHtml(many(piece)))).toBeLessThan(MOST_MS),
);

test("what is hidden in a page's source is not shown", () => {
  expect(textOfHtml("<p>Un<!-- deux --><script>trois</script><style>p{}</style> quatre</p>")).toBe(
    "Un quatre",
  );
  expect(textOfHtml("<p>Un<!-- deux")).toBe("Un");
});

const PAGE = fieldXml("page", { label: "Page", id: "p" });
const END = fieldXml("page", { label: "Fin", id: "q" });

describe("an export made to cost dear", () => {
  const twins = Array.from({ length: 12 }, (_, name) =>
    Array.from({ length: 10 }, () => fieldXml("string", { varname: `nom${name}` })).join(""),
  );
  const sum = Array.from({ length: 12 }, (_, name) => `form_var_nom${name}`).join("|add:");
  const last = fieldXml("string", { varname: "fin" }, conditionXml(`${sum} == 3`));
  const braces = fieldXml("comment", { label: many("{{ ") });
  const delay = itemXml("jump", { status: "2", timeout: `1${many(" ")}!` });
  const choice = itemXml("choice", { label: "Aller", status: "2" }, listed("by", ["_receiver"]));
  const texts = [
    formXml([PAGE, ...twins, END, last]),
    formXml([PAGE, braces, fieldXml("string")]),
    workflowXml([statusXml("1", [delay, choice]), statusXml("2")]),
  ];

  test.each(texts.map((text, rank) => [rank, text] as const))(
    "%i is translated in time",
    (_, text) => {
      expect(timed(() => translatePackage([{ path: "a", text }]))).toBeLessThan(MOST_MS);
    },
  );

  const INJECTIONS = [
    "{{ constructor.constructor }}",
    "{{ __proto__ }}",
    "{% include '/etc/passwd' %}",
    "{{ form_var_nom.__class__ }}",
    "#{process.env}",
    "{{ form_var___proto__ }}",
  ];
  test.each(INJECTIONS)("« %s » writes nothing of ours", (words) => {
    const mail = itemXml("sendmail", { subject: "x", body: words }, listed("to", ["_submitter"]));
    const workflow = workflowXml([statusXml("1", [mail, choice]), statusXml("2")]);
    const form = formXml([
      PAGE,
      fieldXml("comment", { label: words }),
      fieldXml("string", { varname: "nom" }),
    ]);
    const { report, forms, workflows } = translatePackage(
      [workflow, form].map((text, i) => ({ path: `${i}`, text })),
    );
    expect(report.refused).toEqual([]);
    const said = JSON.stringify([forms, workflows]);
    for (const secret of ["root:", "function Object", "[native code]", "native code"])
      expect(said).not.toContain(secret);
  });
});
