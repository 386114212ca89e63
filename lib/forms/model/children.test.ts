import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formDefinition } from "../schemas";
import { childBlocks, isChosen, type KnownChild, offeredChildren, putChild } from "./children";
import type { Typed } from "./typed";

const block = (max: number, child: Record<string, string> = CHILD_MAP) =>
  formDefinition.safeParse({
    steps: [
      {
        id: "enfants",
        title: "Enfants",
        fields: [
          {
            id: "enfants",
            type: "repeat",
            label: "Enfants",
            itemLabel: "Enfant",
            addLabel: "Ajouter un enfant",
            max,
            child,
            fields: [
              { id: "nom", type: "text", label: "Nom" },
              { id: "prenom", type: "text", label: "Prénom" },
              { id: "naissance", type: "date", label: "Naissance" },
              { id: "ecole", type: "text", label: "École", required: false },
            ],
          },
        ],
      },
    ],
  });

const CHILD_MAP = { familyName: "nom", givenName: "prenom", birthdate: "naissance" };

function fieldOf(max = 3) {
  const { data } = block(max);
  const [field] = childBlocks({ fields: data?.steps[0]?.fields ?? [] });
  if (!field) throw new Error("no block");
  return field;
}

const known = (givenName: string): KnownChild => ({
  id: crypto.randomUUID(),
  givenName,
  familyName: "Benali",
  birthdate: "2020-05-14",
  birthplace: "Bron",
});
const [ines, adam, lina] = [known("Inès"), known("Adam"), known("Lina")];

describe("a child of the household", () => {
  test("fills the blank item, and says where it comes from", () => {
    const { typed, origins } = putChild(fieldOf(), {}, ines);
    expect(typed).toEqual({
      "enfants.0.nom": "Benali",
      "enfants.0.prenom": "Inès",
      "enfants.0.naissance": "14/05/2020",
    });
    expect(Object.values(origins)).toEqual(["account", "account", "account"]);
  });

  test("takes one more item when none is blank, and replaces nothing typed", () => {
    const before = { enfants: "1", "enfants.0.ecole": "Les Lilas" };
    const { typed } = putChild(fieldOf(), before, ines);
    expect(typed).toMatchObject({ ...before, enfants: "2", "enfants.1.prenom": "Inès" });
  });

  test("is not put twice, nor in a full block", () => {
    const field = fieldOf(2);
    const once = putChild(field, {}, ines).typed;
    expect(putChild(field, once, ines)).toEqual({ typed: once, origins: {} });
    const full = putChild(field, once, adam).typed;
    expect(putChild(field, full, lina).typed).toEqual(full);
    expect(offeredChildren(field, once, [ines, adam])).toEqual([adam]);
    expect(offeredChildren(field, full, [ines, adam, lina])).toEqual([]);
  });

  test("corrected by hand, may be chosen again", () => {
    const field = fieldOf();
    const typed = { ...putChild(field, {}, ines).typed, "enfants.0.prenom": "Inès-Marie" };
    expect(isChosen(field, typed, ines)).toBe(false);
  });

  test("whatever was typed, choosing keeps every value that was there", () => {
    const names = fc.constantFrom("nom", "prenom", "naissance", "ecole");
    const typedItems = fc.dictionary(
      fc.tuple(fc.nat(2), names).map(([i, name]) => `enfants.${i}.${name}`),
      fc.constantFrom("a", "14/05/2020", "Benali"),
    );
    fc.assert(
      fc.property(typedItems, fc.constantFrom(ines, adam), (before: Typed, child) => {
        const after = putChild(fieldOf(), before, child).typed;
        for (const [name, value] of Object.entries(before)) expect(after[name]).toBe(value);
      }),
    );
  });
});

test.for([
  [{ ...CHILD_MAP, familyName: "inconnu" }],
  [{ ...CHILD_MAP, birthdate: "nom" }],
  [{ ...CHILD_MAP, givenName: "naissance" }],
] as const)("a form that fills %o is refused", ([map]) => {
  expect(block(3, map).success).toBe(false);
});
