import * as z from "zod";
import { formatPhone } from "@/lib/format/phone";
import type { FieldOf } from "../../schemas/fields";
import { FORMATS } from "../formats";
import { oneLine, type Reading, readLine, tooLong, written, wrong } from "../kind";

const WRITE = "écrivez votre réponse";
export const EMAIL = "Écrivez l’adresse e-mail en entier, par exemple nom@exemple.fr";
export const PHONE =
  "Écrivez les 10 chiffres du téléphone, par exemple 06 39 98 12 34, ou un numéro étranger qui commence par +";

function readText(field: FieldOf<"text">, typed: string): Reading {
  const line = readLine(typed, field.maxLength, tooLong(field.label, field.maxLength));
  if (!field.format || "wrong" in line) return line;
  const { write, is, sentence } = FORMATS[field.format];
  const value = write(written(line.value));
  return is(value) ? { value } : { wrong: wrong(field, sentence) };
}

const showText = (answer: unknown, { format }: FieldOf<"text">) => {
  const show = format && FORMATS[format].show;
  return show ? show(written(answer)) : written(answer);
};

export const text = oneLine<FieldOf<"text">>(WRITE, readText, { shown: showText });

export const longText = oneLine<FieldOf<"long-text">>(WRITE, ({ label, maxLength }, typed) => {
  const value = typed.replace(/\r\n?/g, "\n").trim();
  return value.length <= maxLength ? { value } : { wrong: tooLong(label, maxLength) };
});

const address = z.email();

export function readEmail(typed: string, sentence: string): Reading {
  const value = typed.replace(/\s+/g, "");
  const isEmail = value.length <= 254 && address.safeParse(value).success;
  return isEmail ? { value } : { wrong: sentence };
}

/** E.164: a French number may be typed as it is dialled in France. */
function e164(typed: string) {
  const digits = typed
    .replace(/\(0\)/, "")
    .replace(/[\s.\-_()/]/g, "")
    .replace(/^00/, "+");
  return digits.replace(/^0(?=[1-9]\d{8}$)/, "+33").replace(/^\+330(?=[1-9])/, "+33");
}

const isPhone = (text: string) =>
  text.startsWith("+33") ? /^\+33[1-9]\d{8}$/.test(text) : /^\+[1-9]\d{7,14}$/.test(text);

export function readPhone(typed: string, sentence: string): Reading {
  const value = e164(typed);
  return isPhone(value) ? { value } : { wrong: sentence };
}

/** As it is dialled in France. */
export const dialled = (answer: unknown) => written(answer).replace(/^\+33(?=\d{9}$)/, "0");

export const email = oneLine<FieldOf<"email">>(EMAIL, (field, typed) =>
  readEmail(typed, wrong(field, EMAIL)),
);

export const phone = oneLine<FieldOf<"phone">>(
  PHONE,
  (field, typed) => readPhone(typed, wrong(field, PHONE)),
  { typed: dialled, shown: (answer) => formatPhone(written(answer)) },
);
