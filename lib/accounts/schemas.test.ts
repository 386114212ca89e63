import { describe, expect, test } from "vitest";
import type * as z from "zod";
import {
  addressInput,
  authenticateInput,
  confirmInput,
  identityInput,
  newAddressInput,
  phoneInput,
  signUpInput,
} from "./schemas";

const id = "6f1c1de4-2f7b-4a55-9d3c-0b5f7e1c9a10";

/** What is wrong, by control; the first sentence of each. */
function wrong(schema: z.ZodType, typed: unknown) {
  const issues = schema.safeParse(typed).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]).reverse());
}

describe("signing up", () => {
  const typed = {
    givenName: " Samira ",
    familyName: "Benali",
    email: " Samira.Benali@Exemple.FR ",
    password: "cormoran vélo tiroir",
    terms: "oui",
  };

  test("keeps names and address as they are written everywhere", () => {
    expect(signUpInput.parse(typed)).toMatchObject({
      givenName: "Samira",
      email: "samira.benali@exemple.fr",
      password: "cormoran vélo tiroir",
    });
  });

  test.for([
    ["givenName", { givenName: "  " }, "Écrivez votre prénom."],
    ["familyName", { familyName: undefined }, "Écrivez votre nom."],
    ["familyName", { familyName: "x".repeat(101) }, "100 caractères au plus."],
    ["email", { email: "" }, "Écrivez votre adresse de courriel."],
    ["email", { email: "samira@" }, "Écrivez une adresse de courriel complète"],
    ["email", { email: `${"a".repeat(250)}@exemple.fr` }, "trop longue"],
    ["password", { password: "court" }, "12\u00a0caractères au moins"],
    ["password", { password: "x".repeat(129) }, "128\u00a0caractères au plus"],
    ["password", { password: "motdepasse123" }, "trop connu"],
    ["password", { password: "Samira-Benali-1988" }, "trop connu"],
    ["terms", { terms: undefined }, "acceptez les conditions"],
  ] as const)("says what is wrong with %s: %o", ([control, change, sentence]) => {
    const said = wrong(signUpInput, { ...typed, ...change });
    expect(Object.keys(said)).toEqual([control]);
    expect(said[control]).toContain(sentence);
  });

  test("says all that is missing at once", () => {
    expect(Object.keys(wrong(signUpInput, {})).sort()).toEqual(Object.keys(typed).sort());
  });
});

test("an old password is never judged by the new rules", () => {
  const typed = { email: "samira@exemple.fr", password: "court" };
  expect(authenticateInput.parse(typed)).toEqual(typed);
});

test.for([
  ["482913", "482913"],
  [" 482 913 ", "482913"],
  ["4829\u00a01307", "48291307"],
] as const)("the code typed « %s » is %s", ([code, read]) => {
  expect(confirmInput.parse({ id, code })).toEqual({ id, code: read });
});

test.for(["", "   ", "1".repeat(13)])("« %s » is no code", (code) => {
  expect(wrong(confirmInput, { id, code })).toHaveProperty("code");
});

test("a page's address that names nothing is refused", () => {
  expect(wrong(newAddressInput, { id: "x", email: "a@exemple.fr" })).toHaveProperty("id");
});

describe("who one is", () => {
  const names = { givenName: "Samira", familyName: "Benali" };

  test.for([
    ["18/05/1989", "1989-05-18"],
    ["18.5.1989", "1989-05-18"],
    ["", undefined],
  ] as const)("born « %s » is kept as %s", ([birthdate, kept]) => {
    expect(identityInput.parse({ ...names, birthdate, gender: "" })).toEqual({
      ...names,
      ...(kept ? { birthdate: kept } : {}),
    });
  });

  test.for(["31/02/1989", "18/05/2989", "18/05/1889", "hier"])(
    "nobody is born « %s »",
    (birthdate) => {
      expect(wrong(identityInput, { ...names, birthdate }).birthdate).toContain("27/03/1988");
    },
  );

  test.for([
    ["06 39 98 12 34", "+33639981234"],
    ["", undefined],
  ] as const)("the phone « %s » is kept as %s", ([phone, kept]) => {
    expect(phoneInput.parse({ phone }).phone).toBe(kept);
  });

  test("a phone that cannot be called is refused, with what to do", () => {
    expect(wrong(phoneInput, { phone: "06 39" }).phone).toContain("10\u00a0chiffres");
  });
});

describe("where one lives", () => {
  const typed = { line1: "12 rue de la Marne", postal: "69500", commune: "Bron" };

  test.for(["69500", " 69500 ", "69 500", "69\u00a0500"])(
    "the postal code « %s » is read",
    (postal) => {
      expect(addressInput.parse({ ...typed, postal, line2: "" })).toEqual(typed);
    },
  );

  test.for([
    ["postal", { postal: "6950" }, "5\u00a0chiffres"],
    ["postal", { postal: "" }, "5\u00a0chiffres"],
    ["line1", { line1: " " }, "Écrivez le numéro et la rue."],
    ["commune", { commune: undefined }, "Écrivez le nom de la commune."],
    ["line2", { line2: "x".repeat(101) }, "100\u00a0caractères au plus."],
  ] as const)("says what is wrong with %s: %o", ([control, change, sentence]) => {
    expect(wrong(addressInput, { ...typed, ...change })[control]).toContain(sentence);
  });
});
