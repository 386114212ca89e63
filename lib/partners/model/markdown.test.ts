import { expect, test } from "vitest";
import { inlinesOf, parseMarkdown } from "./markdown";

test("a page is read block by block", () => {
  const page = `# Titre

Un paragraphe
sur deux lignes.

- un
- deux

1. premier

| nom | valeur |
| --- | --- |
| \`a\` | **b** |

\`\`\`ts
const a = 1;

const b = "# pas un titre";
\`\`\`

## Suite

[app.py](samples/python/app.py)
`;
  expect(parseMarkdown(page)).toEqual([
    { kind: "heading", level: 1, text: "Titre" },
    { kind: "paragraph", text: "Un paragraphe sur deux lignes." },
    { kind: "list", isOrdered: false, items: ["un", "deux"] },
    { kind: "list", isOrdered: true, items: ["premier"] },
    { kind: "table", head: ["nom", "valeur"], rows: [["`a`", "**b**"]] },
    { kind: "code", text: 'const a = 1;\n\nconst b = "# pas un titre";' },
    { kind: "heading", level: 2, text: "Suite" },
    { kind: "sample", name: "app.py", path: "samples/python/app.py" },
  ]);
});

test("a line is read piece by piece, French spaces left out of code", () => {
  expect(inlinesOf("Voir : `a : b`, **gras** et [là](ici.md).")).toEqual([
    { at: 0, kind: "text", text: "Voir\u00a0: " },
    { at: 7, kind: "code", text: "a : b" },
    { at: 14, kind: "text", text: ", " },
    { at: 16, kind: "strong", text: "gras" },
    { at: 24, kind: "text", text: " et " },
    { at: 28, kind: "link", text: "là", href: "ici.md" },
    { at: 40, kind: "text", text: "." },
  ]);
});
