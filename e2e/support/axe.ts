import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";
import type { RunOptions } from "axe-core";

const SCRIPT = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const THEMES = ["light", "dark"] as const;
const WIDTHS = [390, 1280] as const;
const NARROWEST = 320;

/** The second theme changes colours only. */
const runFor = (theme: (typeof THEMES)[number]): RunOptions => ({
  resultTypes: ["violations"],
  runOnly:
    theme === "light"
      ? { type: "tag", values: RULES }
      : { type: "rule", values: ["color-contrast"] },
});

async function expectNoViolation(page: Page, theme: (typeof THEMES)[number], where: string) {
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    runFor(theme),
  );
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
  expect.soft(found, where).toEqual([]);
}

/** What sticks out on the right, deepest element first; a scrolling region of its own may. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.outerHTML.slice(0, 120))
      .slice(-3);
  });

/** The page as it stands, in both themes, on a phone and on a desktop, and no wider than 320 px. */
export async function expectAccessible(page: Page) {
  const { pathname } = new URL(page.url());
  // Once for all four runs.
  await page.evaluate(SCRIPT);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await expectNoViolation(page, colorScheme, `${pathname}, ${width} px, ${colorScheme}`);
    }
  }
  await page.setViewportSize({ width: NARROWEST, height: 900 });
  expect.soft(await overflowing(page), `${pathname}, ${NARROWEST} px`).toEqual([]);
}
