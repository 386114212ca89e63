import fc from "fast-check";
import { ARITHMETIC, COMPARISONS, type Expression } from "@/lib/expressions/schemas/expression";
import type { Template, TemplatePart } from "@/lib/expressions/schemas/template";

const words = fc.constantFrom("choix", "enfants", "adresse", "date-rdv", "form_var_x", "today");
const path = fc
  .tuple(words, fc.array(fc.constantFrom("0", "12", "street", "in", "a-b"), { maxLength: 2 }))
  .map((names) => names.flat().join("."));

const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -99_999, max: 99_999 }).map((cents) => cents / 100 + 0),
);

const text = fc.oneof(
  fc.constantFrom(
    "",
    "Bron",
    "2027-03-01",
    "12,5",
    'dit "oui"',
    "l'an \\ 2",
    "{{ x }} %}",
    "été 🏠\u00a0»",
  ),
  fc.string({ maxLength: 12 }).filter((t) => !t.includes("\0")),
);

export const anyValue: fc.Arbitrary<Expression> = fc
  .oneof(text, number, fc.boolean(), fc.constant(null))
  .map((value) => ({ op: "value", value }));

export const FILTER_NAMES = ["lower", "length", "default", "add", "add_days", "unknown_one"];

/** Any expression, up to five levels deep. */
export const anyExpression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => {
  const tree = tie("tree");
  const two = fc.array(tree, { minLength: 2, maxLength: 4 });
  return {
    tree: fc.oneof(
      { maxDepth: 5, depthSize: "medium", withCrossShrink: true },
      anyValue,
      path.map((path): Expression => ({ op: "ref", path })),
      fc.array(tree, { maxLength: 3 }).map((items): Expression => ({ op: "list", items })),
      tree.map((of): Expression => ({ op: "not", of })),
      fc
        .tuple(fc.constantFrom("and" as const, "or" as const), two)
        .map(([op, of]): Expression => ({ op, of })),
      fc
        .tuple(fc.constantFrom(...COMPARISONS, ...ARITHMETIC), tree, tree)
        .map(([op, left, right]): Expression => ({ op, left, right })),
      fc
        .tuple(tree, tree, tree)
        .map(([test, yes, no]): Expression => ({ op: "if", test, yes, no })),
      fc
        .tuple(fc.constantFrom(...FILTER_NAMES), tree, fc.array(tree, { maxLength: 2 }))
        .map(
          ([name, of, args]): Expression =>
            args.length > 0 ? { op: "filter", name, of, args } : { op: "filter", name, of },
        ),
    ),
  };
}).tree;

const names = fc.constantFrom("x", "enfant", "total");
const bits = fc.constantFrom("Bonjour ", "\n", "<b>", "{", "{{ x }}", "{% y", "é %}");

/** Two texts side by side read back as one. */
function joined(template: Template): Template {
  const parts: Template = [];
  for (const part of template) {
    const last = parts.at(-1);
    if (typeof last === "string" && typeof part === "string") parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts;
}

const optional = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc
    .option(value, { nil: undefined })
    .map((found) => (found === undefined ? {} : { [key]: found }));

/** Any template, up to three levels deep. */
export const anyTemplate: fc.Arbitrary<Template> = fc.letrec<{ template: Template }>((tie) => {
  const body = tie("template");
  const branch = fc.record({ test: anyExpression, body });
  const part: fc.Arbitrary<TemplatePart> = fc.oneof(
    bits,
    anyExpression.map((of): TemplatePart => ({ tag: "output", of })),
    fc
      .tuple(fc.array(branch, { minLength: 1, maxLength: 2 }), optional("otherwise", body))
      .map(([branches, otherwise]): TemplatePart => ({ tag: "if", branches, ...otherwise })),
    fc
      .tuple(
        fc.array(names, { minLength: 1, maxLength: 2 }),
        anyExpression,
        body,
        optional("empty", body),
      )
      .map(([names, of, body, empty]): TemplatePart => ({ tag: "for", names, of, body, ...empty })),
    fc
      .tuple(
        fc.array(fc.record({ name: names, of: anyExpression }), { minLength: 1, maxLength: 2 }),
        body,
      )
      .map(([names, body]): TemplatePart => ({ tag: "with", names, body })),
    fc
      .array(anyExpression, { minLength: 1, maxLength: 3 })
      .map((of): TemplatePart => ({ tag: "firstof", of })),
    fc.constant<TemplatePart>({ tag: "now", format: 'd/m "Y"' }),
    fc.constant<TemplatePart>({ tag: "unknown", name: "qrcode", rest: "form_url size=2" }),
  );
  return {
    template: fc.oneof(
      { maxDepth: 2 },
      fc.constant<Template>([]),
      fc.array(part, { maxLength: 3 }).map(joined),
    ),
  };
}).template;
