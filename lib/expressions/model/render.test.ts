import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyTemplate } from "@/db/test/random-expressions";
import { LIMITS, template } from "../schemas";
import { findIn, type Scope } from "./evaluate";
import { FILTERS } from "./filters";
import { parseTemplate } from "./parse-template";
import { printTemplate } from "./print";
import { render, renderValue } from "./render";
import {
  templateFiltersOf,
  templateReferencesOf,
  unknownTagsOf,
  withTemplateReferences,
} from "./template-references";
import type { Context } from "./writing";

const scope: Scope = {
  find: findIn({
    nom: "O’Neil <b>",
    prix: 12.5,
    jour: "2027-03-01",
    moment: "2027-03-26T09:05",
    oui: true,
    choix: { value: "mail", label: "Par mail & poste" },
    enfants: [{ prenom: "Léo" }, { prenom: "Zoé" }],
    paires: [
      ["a", 1],
      ["b", 2],
    ],
    lignes: "un\ndeux",
    site: "https://exemple.fr/a?b=c",
    mauvais: "javascript:alert(1)",
    entete: "Objet\r\nBcc: tous@exemple.fr",
  }),
  today: "2027-03-02",
  now: "2027-03-02T09:30",
  filters: FILTERS,
};

const read = (source: string) => {
  const parsed = parseTemplate(source);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.tree;
};
const written = (source: string, context: Context = "text") => {
  const rendered = render(read(source), scope, context);
  return rendered.ok ? rendered.text : rendered.message;
};

test.each([
  ["Bonjour {{ nom }}.", "Bonjour O’Neil <b>."],
  ["{{prix}} € le {{ jour }}", "12,5 € le 01/03/2027"],
  ["{{ moment }}", "26/03/2027 à 09h05"],
  ["{{ moment|date:'Y-m-d' }}", "2027-03-26"],
  ["{{ oui }} {{ choix }} {{ inconnu }}.", "oui Par mail & poste ."],
  ["{% if prix > 10 %}cher{% elif prix > 5 %}moyen{% else %}donné{% endif %}", "cher"],
  ["{% if prix > 20 %}cher{% elif prix > 5 %}moyen{% else %}donné{% endif %}", "moyen"],
  ["{%if inconnu%}x{%else%}y{%endif%}", "y"],
  ["{%\u00a0if oui\u00a0%}x{% endif %}", "x"],
  [
    "{% for e in enfants %}{{ e.prenom }}{% if not forloop.last %}, {% endif %}{% endfor %}",
    "Léo, Zoé",
  ],
  ["{% for e in enfants reversed %}{{ forloop.counter }}{{ e.prenom }}{% endfor %}", "1Zoé2Léo"],
  ["{% for k, v in paires %}{{ k }}={{ v }};{% endfor %}", "a=1;b=2;"],
  ["{% for e in inconnu %}x{% empty %}rien{% endfor %}", "rien"],
  ["{% with a=prix|add:1 b='x' %}{{ a }}{{ b }}{% endwith %}{{ a }}", "13,5x"],
  ["{% with prix|add:1 as a %}{{ a }}{% endwith %}", "13,5"],
  ["{% if oui %}{% assign a=1 %}{{ a }}{% endif %}-{{ a }}", "1-"],
  ["{% assign a=1 %}{{ a }}", "1"],
  ["{% firstof inconnu prix 3 %}", "12,5"],
  ['{% firstof inconnu|length "a" %}', "a"],
  ['{% now "d/m/Y H:i" %}', "02/03/2027 09:30"],
  ["a{# {{ x #}b{% comment %}{% if %}{% endcomment %}c", "abc"],
  ["{% verbatim %}{{ a }}{% endverbatim %}", "{{ a }}"],
  ["{% load i18n %}{% autoescape off %}{{ prix }}{% endautoescape %}", "12,5"],
  ["{% qrcode form_url %}.", "."],
  ['{{ "}}" }}{{ "%}" }}', "}}%}"],
  ["{ seul } % }", "{ seul } % }"],
])("%s is written %s", (source, expected) => {
  expect(written(source)).toBe(expected);
});

describe("each value is escaped for where it goes", () => {
  test.each<[Context, string, string]>([
    ["html", "<p>{{ nom }}</p>", "<p>O’Neil &lt;b&gt;</p>"],
    ["html", "{{ nom|safe }}", "O’Neil &lt;b&gt;"],
    ["html", "{% autoescape off %}{{ nom }}{% endautoescape %}", "O’Neil &lt;b&gt;"],
    ["html", "{{ choix }}", "Par mail &amp; poste"],
    ["html", "{{ lignes|linebreaks }}", "un<br>deux"],
    ["html", "{{ lignes }}", "un\ndeux"],
    ["html", "<a title='{{ \"' onclick=x\" }}'>", "<a title='&#39; onclick=x'>"],
    ["html", "{% firstof nom %}", "O’Neil &lt;b&gt;"],
    ["html", "{% with a=nom %}{{ a }}{% endwith %}", "O’Neil &lt;b&gt;"],
    ["header", "Re: {{ entete }}\n", "Re: Objet Bcc: tous@exemple.fr"],
    ["url", "{{ site }}&x={{ nom }}", "https://exemple.fr/a?b=c&x=O%E2%80%99Neil%20%3Cb%3E"],
    ["url", "{{ mauvais }}", "javascript%3Aalert(1)"],
    ["url", "/a/{{ site }}", "/a/https%3A%2F%2Fexemple.fr%2Fa%3Fb%3Dc"],
    ["url", "/a?p={{ prix }}&d={{ jour }}&o={{ oui }}", "/a?p=12.5&d=2027-03-01&o=True"],
    ["data", "{{ prix }} {{ jour }} {{ nom }}", "12.5 2027-03-01 O’Neil <b>"],
  ])("in %s, %s is %s", (context, source, expected) => {
    expect(written(source, context)).toBe(expected);
  });
});

describe("nothing is reached from a template but its scope", () => {
  test.each([
    "{{ settings.SECRET_KEY }}",
    "{{ constructor }}{{ constructor.constructor }}",
    "{{ nom.constructor.prototype }}",
    "{{ enfants.constructor }}{{ enfants.0.constructor }}",
    "{{ process.env.SECRET }}{{ globalThis.process }}",
    "{{ nom|constructor }}{{ nom|attr:'x' }}",
    "{% include '/etc/passwd' %}{% load os %}{% debug %}{% ssi '/etc/passwd' %}",
    "{% for c in nom.constructor %}{{ c }}{% endfor %}",
    "{% with x=toString %}{{ x }}{% endwith %}",
    "{{ request.user }}{{ self }}{{ config }}{{ this }}",
    "{{ forloop }}{{ enfants.0.hasOwnProperty }}",
  ])("%s writes nothing", (source) => {
    expect(written(source)).toBe("");
  });

  test.each([
    "{{ nom.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ [].__proto__ }}",
    "{{ nom|_private }}",
    "{{ nom() }}",
    "{{ nom[0] }}",
    "{{ {} }}",
    "{{ x => x }}",
    "{% for __proto__ in enfants %}{% endfor %}",
    "{% for a.b in enfants %}{% endfor %}",
    "{% with a.b=1 %}{% endwith %}",
    "{{ `a` }}",
    "{{ a ; b }}",
  ])("%s is refused", (source) => {
    expect(parseTemplate(source)).toMatchObject({ ok: false });
  });

  test.each([
    ["loops in loops", `${"{% for a in l %}".repeat(4)}x${"{% endfor %}".repeat(4)}`],
    [
      "a text that doubles",
      "{% with a=nom|add:nom %}{% with b=a|add:a %}".repeat(12) +
        "{{ b }}" +
        "{% endwith %}{% endwith %}".repeat(12),
    ],
    ["loops that write nothing", `${"{% for a in l %}".repeat(3)}${"{% endfor %}".repeat(3)}`],
    [
      "lists of lists",
      `${Array.from({ length: 30 }, (_, i) => `{% with x${i + 1}=[x${i}, x${i}] %}`).join("")}{{ x30 == x29 }}{{ x30 }}${"{% endwith %}".repeat(30)}`,
    ],
    ["a text repeated", "{% for a in l %}{{ long }}{% endfor %}"],
  ])("%s ends soon", (_, source) => {
    const list = Array.from({ length: 1_000 }, (_, i) => i);
    const find = findIn({ l: list, long: "x".repeat(1_000), nom: "ab" });
    const start = performance.now();
    render(read(source), { ...scope, find }, "text");
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test("too much is said, not written", () => {
    const find = findIn({ long: "x".repeat(LIMITS.text), l: [1, 2] });
    const tree = read("{% for a in l %}{{ long }}{% endfor %}");
    expect(render(tree, { ...scope, find }, "text")).toMatchObject({ ok: false });
  });
});

test.each([
  ["{% if a %}x", 1, "n’a pas de «\u00a0{% endif %}"],
  ["x{% endif %}", 2, "n’est pas attendu ici"],
  ["{% for a in b %}{% else %}{% endfor %}", 17, "n’est pas attendu ici"],
  ["{{ a b }}", 6, "n’est pas attendu ici"],
  ["{{ a", 5, "n’est pas attendu ici"],
  ["{% if a", 8, "n’est pas attendu ici"],
  ["{% if a = b %}{% endif %}", 9, "pour comparer"],
  ["{% %}", 1, "nom d’une balise"],
  ["{# a", 1, "attendu plus loin"],
  ["{% comment %}", 1, "endcomment"],
  ["{% now d %}", 1, "guillemets"],
  ["{% for a of b %}{% endfor %}", 10, "«\u00a0in\u00a0» est attendu"],
  ["{% if a %}".repeat(900), 8991, "n’a pas de"],
])("%s is wrong at character %i", (source, at, why) => {
  const parsed = parseTemplate(source);
  expect(parsed).toMatchObject({ ok: false, at: at - 1 });
  expect(!parsed.ok && parsed.message).toContain(why);
});

test("a template that is written reads back as the same template", () => {
  fc.assert(
    fc.property(anyTemplate, (tree) => {
      fc.pre(template.safeParse(tree).success);
      const source = printTemplate(tree);
      fc.pre(source.length <= LIMITS.source);
      expect(parseTemplate(source)).toEqual({ ok: true, tree });
    }),
    { numRuns: 150 },
  );
});

test("nothing that is typed makes the parser or the writer throw", () => {
  const bits =
    "{{ }} {% %} {# #} if else elif endif for endfor in with endwith a =b firstof now assign | : ' \" comment endcomment < 1".split(
      " ",
    );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 5 }))),
      (all) => {
        const parsed = parseTemplate(all.join(" "));
        if (parsed.ok) expect(render(parsed.tree, scope, "html").ok).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test("one output alone gives its value", () => {
  expect(renderValue(read(" {{ prix }} "), scope)).toBe(12.5);
  expect(renderValue(read("{{ prix }} €"), scope)).toBe("12.5 €");
  expect(renderValue(read("{{ choix }}"), scope)).toMatchObject({ value: "mail" });
  expect(renderValue(read("{% if inconnu %}x{% endif %}"), scope)).toBe(null);
});

test("what a template looks at outside itself, and what it calls", () => {
  const tree = read(
    "{{ a.b|lower }}{% for x in liste %}{{ x.y }}{{ forloop.last }}{% endfor %}{% with z=c %}{{ z|add:d }}{% endwith %}{{ z }}{% if e %}{% qrcode u %}{% endif %}",
  );
  expect(templateReferencesOf(tree)).toEqual(["a.b", "liste", "c", "d", "z", "e"]);
  expect(templateFiltersOf(tree)).toEqual(["lower", "add"]);
  expect(unknownTagsOf(tree)).toEqual(["qrcode"]);
  expect(printTemplate(withTemplateReferences(tree, (path) => `form.${path}`))).toContain(
    "{% for x in form.liste %}{{ x.y }}",
  );
});
