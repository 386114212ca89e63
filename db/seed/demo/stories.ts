import type { Status } from "@/lib/requests/model";

/** What happened to a request, `after` days from its sending. */
export type Step = { after: number } & (
  | { do: "receive" | "take" | "withdraw" }
  | { do: "note"; text: string }
  | { do: "message"; by: "agent" | "applicant"; text: string }
  | { do: "ask"; text: string; days: number }
  | { do: "reply"; text: string }
  | { do: "accept" }
  | { do: "refuse" | "close"; text: string }
);

export type Story = readonly Step[];

/** Where a story's step leads; null: the status stays. */
export function statusAfter(step: Step): Status | null {
  switch (step.do) {
    case "receive":
      return "received";
    case "take":
    case "reply":
      return "in_review";
    case "ask":
      return "awaiting_resident";
    case "accept":
      return "accepted";
    case "refuse":
      return "refused";
    case "close":
      return "closed";
    case "withdraw":
      return "cancelled";
    case "note":
    case "message":
      return null;
  }
}

const RECEIVED: Story = [{ after: 0, do: "receive" }];
const taken = (after: number): Story => [...RECEIVED, { after, do: "take" }];

export const sent: Story = [];
export const received = RECEIVED;
export const reviewed = (after: number, note?: string): Story => [
  ...taken(after),
  ...(note ? [{ after, do: "note", text: note } as const] : []),
];
export const asked = (after: number, text: string, days = 15): Story => [
  ...taken(after),
  { after, do: "ask", text, days },
];
export const answered = (after: number, text: string, reply: string): Story => [
  ...asked(after, text),
  { after: after + 2, do: "reply", text: reply },
];
export const accepted = (after: number): Story => [
  ...taken(Math.min(1, after)),
  { after, do: "accept" },
];
export const refused = (after: number, text: string): Story => [
  ...taken(1),
  { after, do: "refuse", text },
];
export const closed = (after: number, text: string): Story => [
  ...taken(Math.min(1, after)),
  { after, do: "close", text },
];
export const withdrawn = (after: number): Story => [...RECEIVED, { after, do: "withdraw" }];
export const completed = (after: number, text: string, reply: string): Story => [
  ...answered(1, text, reply),
  { after, do: "accept" },
];
/** The same story, with something said in between. */
export const withMessages = (
  story: Story,
  ...said: [after: number, by: "agent" | "applicant", text: string][]
): Story =>
  [
    ...story,
    ...said.map(([after, by, text]) => ({ after, do: "message", by, text }) as const),
  ].sort((a, b) => a.after - b.after);
