import * as z from "zod";
import { type Expression, node } from "./expression";
import { isWithinLimits, LIMITS } from "./limits";

/** A text with `{{ … }}` and `{% … %}`, as it is stored: its parts, one after the other. */
export type Template = TemplatePart[];

export type TemplatePart =
  | string
  | { tag: "output"; of: Expression }
  | {
      tag: "if";
      branches: { test: Expression; body: Template }[];
      otherwise?: Template | undefined;
    }
  | {
      tag: "for";
      /** One name; or several, for lists of lists. */
      names: string[];
      of: Expression;
      reversed?: boolean | undefined;
      body: Template;
      empty?: Template | undefined;
    }
  | { tag: "with"; names: { name: string; of: Expression }[]; body: Template }
  | { tag: "firstof"; of: Expression[] }
  /** As Django's `date` writes it: `d/m/Y`. */
  | { tag: "now"; format: string }
  /** A tag that only another installation has: writes nothing, and is listed as to be connected. */
  | { tag: "unknown"; name: string; rest: string };

export type TemplateTag = Exclude<TemplatePart, string>;

// PostgreSQL keeps neither NUL nor half a character.
const text = z
  .string()
  .max(LIMITS.source)
  .refine((written) => written.isWellFormed() && !written.includes("\0"));

/** What `for` and `with` call something inside themselves. */
const name = z
  .string()
  .regex(/^[A-Za-z]\w*$/)
  .max(100);

/** Tags of the language: no other tag is called so. */
export const TAGS =
  "if elif else endif for empty endfor with endwith assign firstof now comment endcomment verbatim endverbatim".split(
    " ",
  );
/** Read, and left out: what is written is escaped anyway. */
export const NEUTRAL_TAGS =
  "autoescape endautoescape spaceless endspaceless localize endlocalize load csrf_token".split(" ");

const isUnknown = (tag: string) => ![...TAGS, ...NEUTRAL_TAGS].includes(tag);
const isRest = (rest: string) => rest === rest.trim() && !rest.includes("%}");

const parts: z.ZodType<Template> = z.array(
  z.union([
    text.min(1),
    z.discriminatedUnion("tag", [
      z.strictObject({ tag: z.literal("output"), of: node }),
      z.strictObject({
        tag: z.literal("if"),
        get branches(): z.ZodType<{ test: Expression; body: Template }[]> {
          return z.array(z.strictObject({ test: node, body: parts })).min(1);
        },
        get otherwise(): z.ZodType<Template | undefined> {
          return parts.optional();
        },
      }),
      z.strictObject({
        tag: z.literal("for"),
        names: z.array(name).min(1).max(5),
        of: node,
        reversed: z.boolean().optional(),
        get body(): z.ZodType<Template> {
          return parts;
        },
        get empty(): z.ZodType<Template | undefined> {
          return parts.optional();
        },
      }),
      z.strictObject({
        tag: z.literal("with"),
        names: z
          .array(z.strictObject({ name, of: node }))
          .min(1)
          .max(20),
        get body(): z.ZodType<Template> {
          return parts;
        },
      }),
      z.strictObject({ tag: z.literal("firstof"), of: z.array(node).min(1).max(20) }),
      z.strictObject({ tag: z.literal("now"), format: text }),
      z.strictObject({
        tag: z.literal("unknown"),
        name: name.refine(isUnknown),
        rest: text.refine(isRest),
      }),
    ]),
  ]),
);

export const template: z.ZodType<Template, Template> = z
  .custom<Template>(isWithinLimits, "Ce modèle est trop long.")
  .pipe(parts as z.ZodType<Template, Template>);
