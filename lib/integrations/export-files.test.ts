import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readExport } from "./export-files";

const folder = () => mkdtempSync(join(tmpdir(), "export-"));

test("a folder is searched however deep, archives too; what is not XML is left", () => {
  const root = folder();
  mkdirSync(join(root, "a/b"), { recursive: true });
  writeFileSync(join(root, "a/b/un"), "<formdef/>");
  writeFileSync(join(root, "LICENSE"), "GPL");
  writeFileSync(join(root, "tout.zip"), zipSync({ "c/deux.wcs": strToU8("\uFEFF <block/>") }));
  const { files, refused } = readExport(root);
  expect(files.map(({ path }) => path)).toEqual(["a/b/un", "tout.zip/c/deux.wcs"]);
  expect(refused).toEqual([]);
});

test("a document says its encoding", () => {
  const root = folder();
  const text = '<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>';
  writeFileSync(join(root, "a"), Buffer.from(text, "latin1"));
  expect(readExport(join(root, "a")).files[0]?.text).toContain("<a>é</a>");
});

test("what is too large is refused unopened, in an archive or not; a broken archive too", () => {
  const root = folder();
  writeFileSync(join(root, "large"), "<a>");
  truncateSync(join(root, "large"), 51 * 1024 * 1024);
  writeFileSync(join(root, "bomb.zip"), zipSync({ a: new Uint8Array(51 * 1024 * 1024) }));
  writeFileSync(join(root, "broken.zip"), "PK no");
  const { files, refused } = readExport(root);
  expect(files).toEqual([]);
  expect(refused.map(({ file }) => file).sort()).toEqual(["bomb.zip/a", "broken.zip", "large"]);
  expect(refused.find(({ file }) => file === "large")?.why).toContain("50\u00a0Mo");
});

test("a link that leads out of the folder is not followed", () => {
  const root = folder();
  symlinkSync("/etc", join(root, "out"));
  symlinkSync("/etc/hostname", join(root, "name"));
  expect(readExport(root)).toEqual({ files: [], refused: [] });
});
