import type { FieldOf } from "../../schemas/fields";
import {
  about,
  blank,
  isRecord,
  type Kind,
  kept,
  readLine,
  refused,
  tooLong,
  written,
} from "../kind";
import { one } from "../posted";

/** Strokes in a frame of 600 by 200, as the path of an SVG: no picture, nothing to run. */
const DRAWING = /^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3}){0,500}){1,200}$/;
const LONGEST = 15_000;

export const isDrawing = (text: string) => text.length <= LONGEST && DRAWING.test(text);

/** The drawing of an answer; null when the name was typed. */
export const drawingOf = (answer: unknown): string | null => {
  const drawing = isRecord(answer) ? written(answer.drawing) : "";
  return isDrawing(drawing) ? drawing : null;
};

const SIGN = "écrivez votre nom et votre prénom, ou dessinez votre signature";

export const signature: Kind<FieldOf<"signature">> = {
  controls: (_, name) => [`${name}.name`, `${name}.drawing`],
  check(field, name, typed) {
    const [written, drawing = ""] = [one(typed, `${name}.name`), one(typed, `${name}.drawing`)];
    const drawn = isDrawing(drawing) ? { drawing } : {};
    if (!written && !("drawing" in drawn)) return blank(field, `${name}.name`, SIGN);
    if (!written) return kept(drawn);
    const line = readLine(written, 200, tooLong(field.label, 200));
    if ("wrong" in line) return refused(`${name}.name`, line.wrong);
    const isName = /\p{L}.*\p{L}/u.test(String(line.value));
    return isName
      ? kept({ name: line.value, ...drawn })
      : refused(`${name}.name`, about(field.label, SIGN));
  },
  asTyped: (_, name, answer) =>
    Object.fromEntries(
      Object.entries(isRecord(answer) ? answer : {}).map(([part, value]) => [
        `${name}.${part}`,
        written(value),
      ]),
    ),
  lines: (_, answer) => [
    isRecord(answer) && answer.name ? `Signé\u00a0: ${written(answer.name)}` : "",
    drawingOf(answer) ? "Signature dessinée à l’écran" : "",
  ],
};
