import type { events, messages, notes, requests, supplements } from "@/db/schema";
import { french } from "@/db/seed/french";
import { idOf } from "@/db/seed/ids";
import { endOfDay, signature, valuesAfter } from "@/lib/requests/model";
import { Clock } from "./clock";
import type { RequestSeed } from "./list";
import { AGENTS, agentId, personOf, residentId } from "./people";
import { fillIn, procedureOf, requestRow } from "./requests";
import { type Step, statusAfter } from "./stories";

type Row<T extends { $inferInsert: unknown }> = T["$inferInsert"];
type Action = Row<typeof events>["action"];

const DAY_MS = 86_400_000;

/** What a request of the demo leaves in the tables, from its sending to its last event. */
export class Telling {
  readonly events: Row<typeof events>[] = [];
  readonly messages: Row<typeof messages>[] = [];
  readonly notes: Row<typeof notes>[] = [];
  readonly supplements: Row<typeof supplements>[] = [];
  readonly files: ReturnType<typeof fillIn>["files"];
  request: Row<typeof requests>;
  readonly #clock: Clock;
  readonly #agent: { id: string; name: string };
  readonly #applicant: { kind: "resident" | "visitor"; id: string; name: string };

  constructor(seed: RequestSeed, rank: number, now: Date) {
    this.#clock = new Clock(now, seed.ago, rank);
    const request = requestRow(seed, rank, this.#clock);
    this.request = request;
    this.#agent = agentFor(seed, rank);
    const person = personOf(seed.by);
    this.#applicant = {
      kind: person.accountId ? "resident" : "visitor",
      id: person.accountId ? residentId(person.key) : (request.trackingHash ?? ""),
      name: `${person.givenName} ${person.familyName}`,
    };
    this.files = seed.story ? fillIn(seed, rank, this.#clock.sentAt).files : [];
    this.#record("request.start", this.#applicant, request.createdAt);
    if (!seed.story) return;
    this.#record("request.submit", this.#applicant, this.#clock.sentAt);
    for (const step of seed.story) this.#tell(step);
  }

  get applicant() {
    return this.#applicant;
  }

  #record(action: Action, by: { kind: string; id: string }, at: Date, details = {}) {
    const subjectId = this.request.id ?? "";
    const id = idOf(`event:${subjectId}:${this.events.length}`);
    this.events.push({ id, at, action, actorKind: by.kind, actorId: by.id, subjectId, details });
  }

  /** As the workflow's own commands write it: the status, the clock, the revision. */
  #change(step: Step, at: Date, values: Partial<Row<typeof requests>> = {}) {
    const to = statusAfter(step);
    const { status = "submitted", deadlineAt = null, pausedAt = null } = this.request;
    const revision = (this.request.revision ?? 0) + 1;
    const after = to ? valuesAfter({ status, deadlineAt, pausedAt }, to, at) : {};
    this.request = { ...this.request, ...after, ...values, revision, updatedAt: at };
  }

  #tell(step: Step) {
    const isApplicant =
      ["withdraw", "reply"].includes(step.do) || ("by" in step && step.by === "applicant");
    const isAgent = !isApplicant && step.do !== "receive";
    const at = this.#clock.next(step.after, isAgent);
    const agent = { kind: "agent", ...this.#agent };
    const assigned = { assigneeId: this.request.assigneeId ?? this.#agent.id };
    const revision = this.request.revision ?? 0;
    if (isAgent) this.#record("request.read", agent, at);
    switch (step.do) {
      case "receive":
        this.request = { ...this.request, status: "received" };
        return this.#record("request.receive", { kind: "system", id: "requests.receive" }, at);
      case "take":
        this.#record("request.move", agent, at, { transition: "take", to: "in_review", revision });
        return this.#change(step, at, assigned);
      case "accept":
        this.#record("request.move", agent, at, { transition: "accept", to: "accepted", revision });
        return this.#change(step, at, assigned);
      case "refuse":
      case "close":
        this.#record("request.move", agent, at, {
          transition: step.do,
          to: statusAfter(step),
          revision,
        });
        return this.#change(step, at, { ...assigned, reason: french(step.text) });
      case "withdraw":
        this.#record("request.withdraw", this.#applicant, at, { revision });
        return this.#change(step, at);
      case "note":
        return this.#note(french(step.text), at);
      case "message":
        return this.#message(step, at);
      case "ask":
        return this.#ask(step, at);
      case "reply":
        return this.#reply(step, at);
    }
  }

  #note(body: string, createdAt: Date) {
    const id = idOf(`note:${this.request.id}:${this.notes.length}`);
    const { id: agentId, name: agentName } = this.#agent;
    this.notes.push({ id, requestId: this.request.id ?? "", agentId, agentName, body, createdAt });
    this.#record("request.note", { kind: "agent", id: agentId }, createdAt, { noteId: id });
  }

  #message({ by, text }: Extract<Step, { do: "message" }>, createdAt: Date) {
    const id = idOf(`message:${this.request.id}:${this.messages.length}`);
    const author = by === "agent" ? ({ kind: "agent", ...this.#agent } as const) : this.#applicant;
    this.messages.push({
      id,
      requestId: this.request.id ?? "",
      authorKind: author.kind,
      authorId: author.id,
      authorName: author.name,
      body: french(text),
      createdAt,
    });
    this.#record("request.message", author, createdAt, { messageId: id });
  }

  #ask(step: Extract<Step, { do: "ask" }>, askedAt: Date) {
    const id = idOf(`supplement:${this.request.id}:${this.supplements.length}`);
    const due = new Date(askedAt.getTime() + step.days * DAY_MS).toISOString().slice(0, 10);
    this.supplements.push({
      id,
      requestId: this.request.id ?? "",
      agentId: this.#agent.id,
      question: french(step.text),
      askedAt,
      dueAt: endOfDay(due),
    });
    const details = { supplementId: id, revision: this.request.revision ?? 0 };
    this.#record("request.ask", { kind: "agent", id: this.#agent.id }, askedAt, details);
    this.#change(step, askedAt, { assigneeId: this.#agent.id });
  }

  #reply(step: Extract<Step, { do: "reply" }>, answeredAt: Date) {
    const open = this.supplements.at(-1);
    if (open) Object.assign(open, { answer: french(step.text), answeredAt });
    this.#record("request.reply", this.#applicant, answeredAt, {
      revision: this.request.revision ?? 0,
    });
    this.#change(step, answeredAt);
  }
}

/** Who treats it: an agent of the unit, the same for the same request. */
function agentFor({ procedure, body }: RequestSeed, rank: number) {
  const unit = procedureOf(procedure).units[body] ?? "";
  const able = AGENTS.filter(
    (agent) =>
      agent.body === body &&
      agent.roles.includes("agent") &&
      (agent.units === "all" || agent.units.includes(unit)),
  );
  const agent = able[rank % able.length];
  if (!agent) throw new Error(`no agent for ${procedure} at ${body}`);
  return { id: agentId(agent.key), name: signature(agent.givenName, agent.familyName) };
}
