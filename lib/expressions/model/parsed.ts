/** What came of a text: its tree, or what is wrong with it and where (from 0). */
export type Parsed<Tree> = { ok: true; tree: Tree } | { ok: false; at: number; message: string };

/** Thrown inside the parser, never out of it. */
export class Misread extends Error {
  constructor(
    readonly at: number,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** « Caractère 12 : … » */
export function attempt<Tree>(read: () => Tree): Parsed<Tree> {
  try {
    return { ok: true, tree: read() };
  } catch (error) {
    if (!(error instanceof Misread)) throw error;
    const { at, reason } = error;
    return { ok: false, at, message: `Caractère ${at + 1}\u00a0: ${reason}` };
  }
}
