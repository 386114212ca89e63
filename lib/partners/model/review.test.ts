import { describe, expect, test } from "vitest";
import { agreementDates, moveReview, REVIEW_MOVES, REVIEW_STATES, type ReviewRole } from "./review";

const ROLES: ReviewRole[] = ["member", "owner", "reviewer"];

test("a review moves by these moves and no other", () => {
  const found = REVIEW_STATES.flatMap((state) =>
    ROLES.flatMap((role) =>
      REVIEW_MOVES.flatMap((move) => {
        const to = moveReview(state, move, role);
        return to ? [`${role} ${move}: ${state} → ${to}`] : [];
      }),
    ),
  );
  expect(found).toEqual([
    "member submit: draft → submitted",
    "owner submit: draft → submitted",
    "member withdraw: submitted → draft",
    "owner withdraw: submitted → draft",
    "reviewer accept: submitted → accepted",
    "reviewer refuse: submitted → refused",
    "member revise: refused → draft",
    "owner revise: refused → draft",
    "owner activate: accepted → active",
    "reviewer suspend: active → suspended",
    "reviewer resume: suspended → active",
  ]);
});

describe("an agreement lasts five years", () => {
  test.each([
    ["2026-03-01", "2031-02-28"],
    ["2026-01-01", "2030-12-31"],
    ["2028-02-29", "2033-02-28"],
    ["2023-03-01", "2028-02-29"],
  ])("from %s to %s", (startsOn, endsOn) => {
    expect(agreementDates(startsOn)).toEqual({ startsOn, endsOn });
  });
});
