import { existsSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
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
  });

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
});
