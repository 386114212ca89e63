/** The part of fontkit 2 that we use; it ships no types. */
declare module "fontkit" {
  export function openSync(path: string): { hasGlyphForCodePoint: (codePoint: number) => boolean };
}
