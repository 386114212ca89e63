import { existsSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { fillForm } from "@/db/test/filling";
import { readExport } from "@/lib/integrations/export-files";
import { importReport } from "../schemas/report";
import { type Package, translatePackage } from "./package";

const FOLDER = "../shared/publik";
const isHere = existsSync(FOLDER);
const say = (line: string) => process.stdout.write(`${line}\n`);
if (!isHere) say(`skipped: ${FOLDER} is not there`);

describe.skipIf(!isHere)("what real communes run", () => {
  let all: Package;
  beforeAll(() => {
    all = translatePackage(readExport(FOLDER).files);
  }, 60_000);

  test("every form and workflow comes along, every condition is read, every loss says what to do", () => {
    const { report } = all;
    const { forms, conditions } = report;
    say(`forms: ${forms.imported}/${forms.found}`);
    say(`conditions: ${conditions.parsed}/${conditions.found} read`);
    const { workflows, templates, actions } = report;
    const sound = all.workflows.filter(({ isSound }) => isSound).length;
    say(
      `workflows: ${workflows.imported}/${workflows.found}, ${sound} may be published as they are`,
    );
    say(`templates: ${templates.parsed}/${templates.found} read`);
    say(`actions: ${actions.translated}/${actions.found} translated`);
    say(`losses: ${report.losses.length}`);
    expect(workflows.imported).toBe(workflows.found);
    expect(templates.parsed).toBe(templates.found);
    expect(actions.translated / actions.found).toBeGreaterThan(0.98);
    expect(report.refused).toEqual([]);
    expect(forms.found).toBeGreaterThan(0);
    expect(forms.imported).toBe(forms.found);
    expect(conditions.parsed).toBe(conditions.found);
    expect(importReport.parse(report)).toEqual(report);
    for (const { where, what, why, todo } of report.losses)
      expect([where, what, why, todo].every((text) => text.trim() !== "")).toBe(true);
  });

  test("every form is filled to its end, several ways, page after page", () => {
    const TODAY = "2027-03-01";
    let filled = 0;
    let pages = 0;
    const stuck: string[] = [];
    for (const { slug, definition } of all.forms) {
      for (let seed = 0; seed < 4; seed += 1) {
        const found = fillForm(definition, TODAY, (most) =>
          most > 0 ? (seed * 7 + seed) % (most + 1) : 0,
        );
        pages += found.pages;
        if (found.wrong.length > 0) stuck.push(`${slug} (${seed}) ${found.wrong.join("; ")}`);
      }
      if (!stuck.some((line) => line.startsWith(`${slug} (`))) filled += 1;
    }
    say(`filled to the end: ${filled}/${all.forms.length} forms, ${pages} pages`);
    expect(stuck).toEqual([]);
  }, 60_000);
});
