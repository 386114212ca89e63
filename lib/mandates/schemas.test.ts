import { expect, test } from "vitest";
import { askMandateInput } from "./schemas";

const ASKED = {
  side: "person",
  email: "paul@test.example",
  kind: "relative",
  duration: "day",
  everywhere: "oui",
  "service-portal": "oui",
};

test.for([
  [{ duration: "toujours" }, "duration"],
  [{ kind: "professional" }, "structure"],
  [{ kind: "professional", structure: "  " }, "structure"],
  [{ email: "paul" }, "email"],
  [{ everywhere: undefined }, "everywhere"],
  [{ everywhere: "non" }, "organisationIds"],
  [{ everywhere: "non", "organisation-x": "oui" }, "organisationIds"],
  [{ "service-portal": undefined }, "clientIds"],
  [{ side: "nobody" }, "side"],
] as const)("%o is refused where it is wrong", ([more, field]) => {
  const boxes = Object.entries({ ...ASKED, ...more }).filter(([, value]) => value !== undefined);
  const { error } = askMandateInput.safeParse(Object.fromEntries(boxes));
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("a relative has no structure, and everywhere names no organisation", () => {
  const organisation = crypto.randomUUID();
  const more = { structure: "Mairie", everywhere: "oui", [`organisation-${organisation}`]: "oui" };
  expect(askMandateInput.parse({ ...ASKED, ...more })).toMatchObject({
    structure: null,
    organisationIds: [],
    clientIds: ["portal"],
  });
  const narrowed = askMandateInput.parse({ ...ASKED, ...more, everywhere: "non" });
  expect(narrowed.organisationIds).toEqual([organisation]);
});
