import * as z from "zod";
import { isWithinLimits, LIMITS } from "./limits";

export const COMPARISONS = ["==", "!=", "<", "<=", ">", ">=", "in", "not in"] as const;
export const ARITHMETIC = ["+", "-", "*", "/", "%"] as const;
export type Comparison = (typeof COMPARISONS)[number];
export type Arithmetic = (typeof ARITHMETIC)[number];

/**
 * A condition or a computed value, as it is stored. Days are texts in ISO 8601 (`2027-03-01`), moments too
 * (`2027-03-01T14:05`, the time of Lyon).
 */
export type Expression =
  | { op: "value"; value: string | number | boolean | null }
  | { op: "list"; items: Expression[] }
  /** `choix`, `adresse.postalCode`, `enfants.0.prenom` */
  | { op: "ref"; path: string }
  | { op: "not"; of: Expression }
  | { op: "and" | "or"; of: Expression[] }
  | { op: Comparison | Arithmetic; left: Expression; right: Expression }
  | { op: "if"; test: Expression; yes: Expression; no: Expression }
  | { op: "filter"; name: string; of: Expression; args?: Expression[] | undefined };

export type ExpressionOf<Op extends Expression["op"]> = Extract<Expression, { op: Op }>;

/** Words of the language: no reference is called so. */
export const WORDS = ["and", "or", "not", "in", "is", "if", "else"] as const;
export const CONSTANTS: Readonly<Record<string, boolean | null>> = {
  True: true,
  true: true,
  False: false,
  false: false,
  None: null,
  null: null,
};
const isWord = (path: string) =>
  (WORDS as readonly string[]).includes(path) || Object.hasOwn(CONSTANTS, path);

/** A first name, then names or positions; none begins with « _ », as in Django. */
const PATH = /^[A-Za-z][\w-]*(?:\.[A-Za-z0-9][\w-]*)*$/;
export const isPath = (path: string) => path.length <= 500 && PATH.test(path) && !isWord(path);

/** A number that is written in digits: no exponent, no minus zero. */
const isWritten = (value: number) => /^-?\d+(\.\d+)?$/.test(String(value)) && !Object.is(value, -0);

const value = z.union([
  // PostgreSQL keeps neither NUL nor half a character.
  z
    .string()
    .max(LIMITS.source)
    .refine((text) => text.isWellFormed() && !text.includes("\0")),
  z.number().refine(isWritten),
  z.boolean(),
  z.null(),
]);

const filterName = z
  .string()
  .regex(/^[a-z]\w*$/i)
  .max(100);

/** Without the check of its size: `expression` is for what comes from outside. */
export const node: z.ZodType<Expression> = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("value"), value }),
  z.strictObject({
    op: z.literal("list"),
    get items(): z.ZodType<Expression[]> {
      return z.array(node);
    },
  }),
  z.strictObject({ op: z.literal("ref"), path: z.string().refine(isPath) }),
  z.strictObject({
    op: z.literal("not"),
    get of(): z.ZodType<Expression> {
      return node;
    },
  }),
  z.strictObject({
    op: z.enum(["and", "or"]),
    get of(): z.ZodType<Expression[]> {
      return z.array(node).min(2);
    },
  }),
  z.strictObject({
    op: z.enum([...COMPARISONS, ...ARITHMETIC]),
    get left(): z.ZodType<Expression> {
      return node;
    },
    get right(): z.ZodType<Expression> {
      return node;
    },
  }),
  z.strictObject({
    op: z.literal("if"),
    get test(): z.ZodType<Expression> {
      return node;
    },
    get yes(): z.ZodType<Expression> {
      return node;
    },
    get no(): z.ZodType<Expression> {
      return node;
    },
  }),
  z.strictObject({
    op: z.literal("filter"),
    name: filterName,
    get of(): z.ZodType<Expression> {
      return node;
    },
    get args(): z.ZodType<Expression[] | undefined> {
      return z.array(node).min(1).max(5).optional();
    },
  }),
]);

/** Checked in size before it is in shape: nothing here can exhaust the stack. */
export const expression: z.ZodType<Expression, Expression> = z
  .custom<Expression>(isWithinLimits, "Cette expression est trop longue.")
  .pipe(node as z.ZodType<Expression, Expression>);
