import { describe, expect, test } from "vitest";
import { changed, faults, jump, plus, ref, SOUND, status, way } from "@/db/test/flows";
import { workflowDefinition } from "./schemas/definition";
import type { WorkflowInput } from "./schemas/shape";

test("a sound definition has no fault, and is a definition", () => {
  expect(faults(SOUND)).toEqual([]);
  expect(workflowDefinition.safeParse(SOUND).success).toBe(true);
});

const CASES: Record<string, [string, WorkflowInput][]> = {
  "where it leads": [
    [
      "Aucune transition ne mène au statut « lost ».",
      plus({
        statuses: [status("lost", "in_review")],
        transitions: [way("back", ["lost"], "study")],
      }),
    ],
    [
      "Le statut « stuck » ne mène à aucun statut final.",
      plus({
        statuses: [status("stuck", "in_review")],
        transitions: [way("stick", ["sent"], "stuck")],
      }),
    ],
    [
      "Aucun statut n’est final : aucune demande ne se terminerait.",
      { ...SOUND, statuses: [status("sent", "submitted")], transitions: [] },
    ],
    [
      "Le statut final « done » mène à un statut qui ne l’est pas.",
      plus({ transitions: [way("reopen", ["done"], "study")] }),
    ],
    [
      "Le premier statut est final : la demande serait finie avant d’être lue.",
      { ...SOUND, start: "done" },
    ],
    [
      "Le statut « study » revient à lui-même sans fin.",
      changed("study", { onEnter: [jump("again", "study")] }),
    ],
    [
      "Le statut « sent » revient à lui-même sans fin.",
      plus({
        statuses: [status("loop", "in_review", { onEnter: [jump("back", "sent")] })],
        transitions: [
          way("at-once", ["sent"], "loop", {
            on: { by: "time", after: { amount: 0, unit: "minutes" } },
          }),
        ],
      }),
    ],
    [
      "Cette action n’est jamais faite : la précédente part toujours.",
      changed("study", { onEnter: [jump("go", "done"), { type: "delete", id: "gone" }] }),
    ],
    [
      "En quittant un statut, on ne peut ni sauter, ni appeler, ni supprimer.",
      changed("study", { onLeave: [jump("go", "done")] }),
    ],
  ],
  names: [
    [
      "Deux statuts portent l’identifiant « study ».",
      plus({ statuses: [status("study", "in_review")] }),
    ],
    [
      "Deux transitions portent l’identifiant « take ».",
      plus({ transitions: [way("take", ["sent"], "study", { label: "Other" })] }),
    ],
    [
      "Le statut « nowhere » n’existe pas.",
      plus({ transitions: [way("go", ["sent"], "nowhere")] }),
    ],
    [
      "Le statut « nowhere » n’existe pas.",
      changed("study", { onEnter: [jump("go", "nowhere", ref("x"))] }),
    ],
    ["Le statut « nowhere » n’existe pas.", { ...SOUND, start: "nowhere" }],
    [
      "La fonction « boss » n’existe pas.",
      plus({
        transitions: [
          way("go", ["sent"], "study", { on: { by: "agent", only: ["boss"] }, label: "Go" }),
        ],
      }),
    ],
    [
      "Le champ interne « cost » n’existe pas.",
      changed("study", {
        onEnter: [
          {
            type: "set",
            id: "s",
            fields: [{ field: "cost", value: { kind: "text", words: ["1"] } }],
          },
        ],
      }),
    ],
    [
      "Le formulaire « missing » n’existe pas.",
      plus({
        transitions: [way("go", ["sent"], "study", { on: { by: "form", panel: "missing" } })],
      }),
    ],
    [
      "La référence « internal.cost » n’existe pas.",
      changed("study", { onEnter: [jump("go", "done", ref("internal.cost"))] }),
    ],
    [
      "La référence « calls.pay.answer » n’existe pas.",
      changed("study", { onEnter: [jump("go", "done", ref("calls.pay.answer"))] }),
    ],
  ],
  words: [
    [
      "Il manque le libellé du statut « study » pour l’usager.",
      changed("study", { label: { agent: "study", resident: "" } }),
    ],
    [
      "Il manque le libellé du bouton « go ».",
      plus({ transitions: [way("go", ["sent"], "study", { label: "" })] }),
    ],
    [
      "Il manque l’objet du courriel.",
      changed("study", {
        onEnter: [{ type: "mail", id: "m", to: ["resident"], subject: [" "], body: ["Bonjour"] }],
      }),
    ],
  ],
};

for (const [about, cases] of Object.entries(CASES))
  describe(about, () => {
    test.for(cases)("says « %s »", ([message, input]) => {
      expect(faults(input)).toContain(message);
      expect(workflowDefinition.safeParse(input).success).toBe(false);
    });
  });
