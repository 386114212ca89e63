import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatFileKind,
  formatFileLimits,
  formatTooLarge,
  formatUnreadable,
} from "@/lib/format/file";
import { acceptAttribute, FILE_TYPES, safeName } from "./model";

test.for([
  ["photo.JPEG", "image/jpeg", "photo.JPEG"],
  ["photo.heic", "image/jpeg", "photo.jpg"],
  ["C:\\Users\\Samira\\Acte de naissance.pdf", "application/pdf", "Acte de naissance.pdf"],
  ["../../etc/passwd", "application/pdf", "passwd.pdf"],
  ["facture\u202efdp.exe", "application/pdf", "facture fdp.pdf"],
  ["e\u0301cole  de\u0000Bron.png", "image/png", "\u00e9cole de Bron.png"],
  ["rapport v2.1 final", "application/pdf", "rapport v2.1 final.pdf"],
  ["...", "image/webp", "fichier.webp"],
  ["", "image/png", "fichier.png"],
] as const)("the name %j of a %s becomes %j", ([given, type, name]) => {
  expect(safeName(given, type)).toBe(name);
});

test("a name is never a path, never hidden, never long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...FILE_TYPES), (given, type) => {
      const name = safeName(given, type);
      expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\./u);
      expect([...name].length).toBeLessThanOrEqual(105);
    }),
  );
});

test("limits and refusals are said in French", () => {
  expect(formatFileLimits()).toBe("PDF, JPG ou PNG, 10\u00a0Mo au plus par fichier.");
  expect(formatUnreadable()).toBe(
    "Ce format ne peut pas être lu. Envoyez un JPG, un PNG ou un PDF.",
  );
  expect(formatTooLarge(14_200_000)).toBe(
    "Ce fichier pèse 14,2\u00a0Mo, la limite est de 10\u00a0Mo. Envoyez un fichier plus léger.",
  );
  expect(formatFileKind("application/pdf", 420_000)).toBe("PDF, 420\u00a0ko");
});

test("the file chooser is told types and extensions", () => {
  expect(acceptAttribute(["image/jpeg"])).toBe("image/jpeg,.jpg,.jpeg");
});
