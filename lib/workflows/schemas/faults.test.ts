import { describe, expect, test } from "vitest";
import { always, changed, faults, jump, plus, ref, SOUND, status, way } from "@/db/test/flows";
import { workflowDefinition } from "./definition";
import type { WorkflowInput } from "./shape";

const asked = status("asked", "awaiting_resident");
const refused = status("refused", "refused");

const CASES: Record<string, [string, WorkflowInput][]> = {
  "the law": [
    [
      "Dites combien de temps les demandes sont gardées après leur fin.",
      { ...SOUND, retention: undefined },
    ],
    [
      "« refuse » refuse sans donner de motif.",
      plus({ statuses: [refused], transitions: [way("refuse", ["study"], "refused")] }),
    ],
    [
      "Le statut « asked » attend l’usager, sans rien lui demander.",
      plus({
        statuses: [asked],
        transitions: [
          way("ask", ["study"], "asked", { on: { by: "agent", asks: "question" } }),
          way("resume", ["asked"], "study"),
        ],
      }),
    ],
    [
      "« ask » : rien ne répond à cette question.",
      plus({
        transitions: [way("ask", ["sent"], "study", { on: { by: "agent", asks: "question" } })],
      }),
    ],
    [
      "« reply » : personne n’a posé la question.",
      plus({
        transitions: [way("reply", ["sent"], "study", { on: { by: "resident", asks: "answer" } })],
      }),
    ],
  ],
  conditions: [
    [
      "Cette condition est toujours vraie : retirez-la.",
      changed("study", { onEnter: [jump("go", "done", always)] }),
    ],
    [
      "Cette condition n’est jamais vraie.",
      changed("study", { onEnter: [jump("go", "done", { op: "not", of: always })] }),
    ],
    [
      "Depuis « sent », « a » et « b » se contredisent : seule la première a lieu.",
      plus({
        transitions: [
          way("a", ["sent"], "study", { on: { by: "event", event: "paid" } }),
          way("b", ["sent"], "done", { on: { by: "event", event: "paid" } }),
        ],
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

test.for<[string, WorkflowInput]>([
  [
    "a refusal whose reason is written by the status",
    plus({
      statuses: [
        status("refused", "refused", {
          onEnter: [{ type: "reason", id: "why", words: ["Hors délai."] }],
        }),
      ],
      transitions: [way("refuse", ["study"], "refused")],
    }),
  ],
  [
    "a refusal that time decides",
    plus({
      statuses: [refused],
      transitions: [
        way("late", ["study"], "refused", {
          on: { by: "time", after: { amount: 0, unit: "days" }, since: { from: "deadline" } },
        }),
      ],
    }),
  ],
  [
    "two rivals of which the first has a condition",
    plus({
      transitions: [
        way("a", ["sent"], "study", { on: { by: "event", event: "paid" }, when: ref("choix") }),
        way("b", ["sent"], "done", { on: { by: "event", event: "paid" } }),
      ],
    }),
  ],
  [
    "a final status that leads to another",
    plus({
      statuses: [status("kept", "closed")],
      transitions: [
        way("archive", ["done"], "kept", {
          on: { by: "time", after: { amount: 1, unit: "days" } },
        }),
      ],
    }),
  ],
  ["a global action", plus({ transitions: [way("remind", "any", undefined)] })],
])("accepts %s", ([, input]) => {
  expect(faults(input)).toEqual([]);
});
