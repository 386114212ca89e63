import { expect, test } from "vitest";
import { healthOf } from "./model";

const now = new Date("2026-03-02T10:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

test.each([
  ["a worker alive", ago(4), "ok", "ok", "ok", 4],
  ["a worker silent for too long", ago(36), "unavailable", "ok", "silent", 36],
  ["no worker ever seen", null, "unavailable", "ok", "silent", null],
  ["no database", undefined, "unavailable", "unreachable", "unknown", null],
  ["a clock a little ahead", ago(-2), "ok", "ok", "ok", 0],
])("%s", (_, beat, status, database, worker, ageSeconds) => {
  expect(healthOf(beat, now)).toEqual({ status, database, worker: { status: worker, ageSeconds } });
});
