import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMITS } from "../schemas";
import { evaluate, findIn, type Scope } from "./evaluate";
import { FILTERS } from "./filters";
import { parseExpression } from "./parse";
import type { Value } from "./values";

const scope: Scope = {
  find: findIn({
    nom: "Élodie l’Hôpital",
    liste: ["b", "a", "b"],
    nombres: [1.1, 2.2, "3,3"],
    rangs: [
      { section: "A", prix: 3 },
      { section: "B", prix: 1 },
    ],
    choix: { value: "mail", label: "Par mail", prix: "2,50" },
    naissance: "2009-03-02",
    moment: "2027-03-26T14:05",
    lieu: { latitude: 45.7578, longitude: 4.832 },
    bron: "45.7386;4.913",
    vide: "",
    zero: 0,
    long: "a".repeat(LIMITS.text),
  }),
  today: "2027-03-01",
  now: "2027-03-01T09:30",
  filters: FILTERS,
};

const valueIn = (source: string): Value => {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(parsed.message);
  return evaluate(parsed.tree, scope);
};

test.each([
  // texts
  ["nom|lower", "élodie l’hôpital"],
  ["nom|upper", "ÉLODIE L’HÔPITAL"],
  ["nom|slugify", "elodie-lhopital"],
  ['"jean-luc DUPONT"|title', "Jean-Luc Dupont"],
  ['"bron"|capfirst', "Bron"],
  ['"  a "|strip', "a"],
  ['"--a-"|strip:"-"', "a"],
  ['nom|startswith:"Él"', true],
  ['nom|endswith:"x"', false],
  ['"a,b"|split:","', ["a", "b"]],
  ['"a  b"|split', ["a", "b"]],
  ['"a-b"|replace:"-":"+"', "a+b"],
  ['"plus_bron"|removeprefix:"plus_"', "bron"],
  ['"bonjour"|truncatechars:4', "bon…"],
  ['"un deux trois"|truncatewords:2', "un deux …"],
  ["zero|yesno", "non"],
  ['inconnu|yesno:"o,n,?"', "?"],
  ["liste|pluralize", "s"],
  ['1|pluralize:"al,aux"', "al"],
  ['"a b&c"|urlencode', "a%20b%26c"],
  ['"<b>a</b>"|striptags', "a"],
  ['"0639981234"|phone', "06 39 98 12 34"],
  ['"+33 6 39 98 12 34"|is_french_mobile_phone_number', true],
  ['"0472000000"|is_french_mobile_phone_number', false],
  ["liste|json_dumps", '["b","a","b"]'],
  ["choix|lower", "par mail"],
  // numbers
  ['"2,50"|add:"1"', 3.5],
  ["inconnu|add:2", 2],
  ['"a"|add:"b"', "ab"],
  ["vide|add:0", 0],
  ["liste|add:nom", ["b", "a", "b", "Élodie l’Hôpital"]],
  ["inconnu|multiply:3", 0],
  ["19.99|multiply:3", 59.97],
  ["10|divide:0", null],
  ["10|sub:3", 7],
  ['"12"|decimal:2', "12.00"],
  ["inconnu|decimal", 0],
  ["choix.prix|decimal", 2.5],
  ["12.345|floatformat:2", "12,35"],
  ["12|floatformat", "12"],
  ["12.34|floatformat", "12,3"],
  ["2.5|round", 3],
  ["-2.1|ceil", -2],
  ["-2.1|floor", -3],
  ["-2.1|abs", 2.1],
  ["1234.5|intcomma", "1\u202f234,5"],
  ["nombres|sum", 6.6],
  ["nombres|max", 3.3],
  ["nombres|min", 1.1],
  ["10|divisibleby:5", true],
  // dates
  ["naissance|age_in_years", 17],
  ["naissance|age_in_years >= 18", false],
  ["naissance|age_in_months", 215],
  ['naissance|age_in_days:"2009-03-12"', 10],
  ['moment|age_in_hours:"2027-03-27T16:00"', 25],
  ["today|add_days:30", "2027-03-31"],
  ["today|add_days:inconnu", null],
  ["moment|add_days:1", "2027-03-27T14:05"],
  ["moment|add_hours:10", "2027-03-27T00:05"],
  ["moment|add_minutes:-6", "2027-03-26T13:59"],
  ["moment|add_working_days:1", "2027-03-30T14:05"],
  ["today|add_months:1", "2027-04-01"],
  ["today|add_years:-18", "2009-03-01"],
  ['"2027-03-27"|adjust_to_working_day', "2027-03-30"],
  ['"2027-05-06"|is_holiday', true],
  ['"2027-05-06"|is_working_day', false],
  ['moment|date:"d/m/Y"', "26/03/2027"],
  ['moment|date:"l j F Y à G\\\\hi"', "vendredi 26 mars 2027 à 14h05"],
  ['moment|date:"H:i"', "14:05"],
  ["moment|date", "2027-03-26"],
  ['"27/03/2027"|date', "2027-03-27"],
  ['"2027-03-26T13:05:00Z"|datetime', "2027-03-26T14:05:00"],
  ['"2027-07-26T13:05:00Z"|time', "15:05"],
  ['"8h30"|time', "08:30"],
  ['"9 h"|time <= now|time', true],
  ['"25:00"|time', null],
  ['"31/02/2027"|date', null],
  ["moment|is_future", true],
  ["naissance|is_past", true],
  ['today|working_days_until:"2027-03-31"', 21],
  ["today|days_until:moment", 25],
  // lists
  ["vide|default:1", 1],
  ["vide|default_if_none:1", ""],
  ["inconnu|default_if_none:1", 1],
  ["liste|length", 3],
  ["nom|length", 16],
  ["choix|length", 8],
  ["liste|count", 3],
  ["inconnu|count", 0],
  ["liste|first", "b"],
  ["liste|last", "b"],
  ['liste|slice:":2"', ["b", "a"]],
  ['nom|slice:"0:6"', "Élodie"],
  ['liste|contains:"a"', true],
  ['choix|contains:"mail"', true],
  ['liste|join:" et "', "b et a et b"],
  ['rangs|get:1|get:"section"', "B"],
  ['rangs|get:-1|get:"section"', "B"],
  ['rangs|getlist:"section"', ["A", "B"]],
  ['rangs|getlist:"constructor"', [null, null]],
  ['rangs|get:0|get:"__proto__"', null],
  ['rangs|first|get:"toString"', null],
  ['rangs|sort:"prix"|first|get:"section"', "B"],
  ["liste|unique", ["b", "a"]],
  ["liste|reverse", ["b", "a", "b"]],
  ["vide|is_empty", true],
  ["zero|is_empty", false],
  ["lieu|distance:bron", 6638],
  ["nom|distance:bron", null],
  // choices
  ['choix == "mail"', true],
  ['choix == "Par mail"', true],
  ['choix in ["mail", "poste"]', true],
  ['"mail" in choix|lower', true],
  ['choix == "poste"', false],
  ["choix > 1", false],
])("%s is %j", (source, expected) => {
  expect(valueIn(source)).toEqual(expected);
});

test.each([
  `"aa"|replace:"a":long`,
  "long|add:long",
  '"a,b,c"|split:","|join:long',
  'long|split:"a"',
  "long in long",
  "nom|strip:long|add:long|add:long",
])("%s is too much, and nothing", (source) => {
  const start = performance.now();
  expect(valueIn(source)).toBe(null);
  expect(performance.now() - start).toBeLessThan(1_000);
});

test("no filter throws, whatever it is given, and what it gives is data", () => {
  const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Value>;
  const name = fc.constantFrom(...Object.keys(FILTERS));
  const shape = (value: unknown) => value === undefined || typeof value === "function";
  fc.assert(
    fc.property(name, json, fc.array(json, { maxLength: 2 }), (filter, of, args) => {
      const found = FILTERS[filter]?.(of, args, scope);
      expect(shape(found), filter).toBe(false);
      if (typeof found === "number") expect(Number.isFinite(found), filter).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
