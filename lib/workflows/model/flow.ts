import type { Failure } from "../schemas/actions/call";
import type { PRIORITIES } from "../schemas/actions/change";

export type Priority = (typeof PRIORITIES)[number];

/** Who has a function on a request. */
export type Holders = { agents: string[]; units: string[] };

/** What came back of a call: an HTTP status and what it said, or why there is nothing. */
export type CallResult = {
  status: number | null;
  failure: Failure | null;
  answer: unknown;
};

/** What a request's workflow has noted so far; nothing of it is for the resident to read as it is. */
export type Flow = {
  /** How many statuses were entered: what was meant for an earlier one is out of date. */
  arrival: number;
  /** When the status was entered, and each one the first time, in ISO 8601. */
  since?: string;
  reached: Record<string, string>;
  previous?: string;
  internal: Record<string, unknown>;
  forms: Record<string, Record<string, unknown>>;
  calls: Record<string, CallResult>;
  functions: Record<string, Holders>;
  /** What was written last in a comment box. */
  comment?: string;
  /** The action whose answer the rest waits for. */
  waiting?: string;
};

export const NO_FLOW: Flow = {
  arrival: 0,
  reached: {},
  internal: {},
  forms: {},
  calls: {},
  functions: {},
};

/** As it is stored: a request from before has nothing. */
export const flowOf = (stored: Partial<Flow>): Flow => ({ ...NO_FLOW, ...stored });
