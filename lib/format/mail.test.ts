import { expect, test } from "vitest";
import { greeting, mailBody } from "./mail";

test.for([
  ["Samira Benali", "Bonjour Samira Benali,"],
  ["Jean-Marc d’Aubigné", "Bonjour Jean-Marc d’Aubigné,"],
  ["Łukasz O'Neill Jr.", "Bonjour Łukasz O'Neill Jr.,"],
  ["e\u0301lodie", "Bonjour e\u0301lodie,"],
  ["", "Bonjour,"],
  [null, "Bonjour,"],
  ["Gagnez 500 € sur https://evil.example", "Bonjour,"],
  ["Votre compte est bloqué evil.example", "Bonjour,"],
  ["appelez le 08 99 00 00 00", "Bonjour,"],
  ["<b>Samira</b>", "Bonjour,"],
  ["Samira\nVotre code est", "Bonjour,"],
  [`Samira ${"a".repeat(90)}`, "Bonjour,"],
] as const)("somebody named %j is greeted « %s »", ([name, line]) => {
  expect(greeting(name)).toBe(line);
});

test("a letter says the same in text and in html", () => {
  const { text, html } = mailBody([
    "Bonjour, voici l’adresse : https://portail.example/a?b=1&c=2 !",
    { strong: "482 913" },
  ]);
  expect(text).toBe(
    "Bonjour, voici l’adresse\u00a0: https://portail.example/a?b=1&c=2\u202f!\n\n482 913\n",
  );
  expect(html).toContain('<a href="https://portail.example/a?b=1&amp;c=2">');
  expect(html).toContain("<strong>482 913</strong>");
});
