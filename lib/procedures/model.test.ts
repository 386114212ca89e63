import { expect, test } from "vitest";
import { answerOf, type Provision, siteOf } from "./model";

const provision = (slug: string, values: Partial<Provision> = {}, insee: string | null = null) =>
  ({
    id: slug,
    mode: "here",
    linkUrl: null,
    durationMinutes: 5,
    price: "Gratuit",
    isOpenToAnonymous: true,
    asksForCertified: false,
    organisation: { slug, name: slug, kind: insee ? "commune" : "metropole", insee },
    ...values,
  }) satisfies Provision;

const bron = provision("bron", {}, "69029");
const lyon = provision("lyon", { mode: "link", linkUrl: "https://www.lyon.fr/" }, "69123");
const metropole = provision("metropole-de-lyon");

test.for([
  ["the commune's own form", [bron, metropole], { insee: "69029" }, "here", "bron"],
  [
    "the Métropole's, where the commune has none",
    [bron, metropole],
    { insee: "69266" },
    "here",
    "metropole-de-lyon",
  ],
  ["the Métropole's, where nobody said where", [bron, metropole], {}, "here", "metropole-de-lyon"],
  ["a link out, said as such", [bron, lyon], { insee: "69123" }, "link", "lyon"],
  [
    "the organisation asked for, whatever the commune",
    [bron, metropole],
    { insee: "69029", organisation: "metropole-de-lyon" },
    "here",
    "metropole-de-lyon",
  ],
  ["a question, when only communes provide it", [bron, lyon], {}, "ask", undefined],
  ["nothing yet in that commune", [bron, lyon], { insee: "69266" }, "none", undefined],
  ["nothing by that organisation", [bron], { organisation: "lyon" }, "none", undefined],
] as const)("%s", ([, provisions, place, kind, slug]) => {
  const answer = answerOf(provisions, place);
  expect(answer.kind).toBe(kind);
  expect("provision" in answer ? answer.provision.organisation.slug : undefined).toBe(slug);
});

test("a site is named without its www", () => {
  expect(siteOf("https://www.lyon.fr/ecole?x=1")).toBe("lyon.fr");
  expect(siteOf("https://guichet.villeurbanne.fr/")).toBe("guichet.villeurbanne.fr");
});
