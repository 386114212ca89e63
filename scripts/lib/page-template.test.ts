import { expect, test } from "vitest";
import { csrfTokenFor } from "../../lib/auth/csrf-token";
import { cut, fill } from "./page-template.mjs";

const SECRET = "a-secret-for-tests-only-0123456789abcdef";
const own = {
  nonce: "bm9uY2Utb25l+/==",
  requestId: "request-0001",
  visitor: "visitor-one-0123456789AB",
};
const token = csrfTokenFor(SECRET, own.visitor);
const other = { nonce: "b3RoZXI=", requestId: "request-0002", token: "autre.jeton" };

const script = (data: string) =>
  `<script nonce="${own.nonce}">self.__next_f.push([1,"${data}"])</script>`;
const page = (data: string) =>
  `<body data-request="${own.requestId}"><input value="${token}">${data}</body>`;

const refilled = (html: string) => {
  const pieces = cut(html, own, SECRET);
  return pieces && fill(pieces, other).toString();
};

test("what is its reader’s is another’s for another reader, everything else is the same", () => {
  expect(refilled(page(script(`jeton ${token}`)))).toBe(
    `<body data-request="request-0002"><input value="autre.jeton"><script nonce="b3RoZXI=">self.__next_f.push([1,"jeton autre.jeton"])</script></body>`,
  );
});

test("a token cut in the middle, by two scripts, is found", () => {
  const html = page(script(token.slice(0, 20)) + script(token.slice(20)));
  expect(refilled(html)).toContain(`push([1,"autre.jeton"])`);
});

test.for<[string, string]>([
  ["half a token", token.slice(0, 30)],
  ["the end of a token", token.slice(20)],
  ["the visitor", own.visitor],
])("a page that would keep %s is not kept", ([, rest]) => {
  expect(refilled(page(""))).not.toBe(null);
  expect(refilled(page(rest))).toBe(null);
});

test("somebody else’s token, or what looks like one, is left as it is", () => {
  const foreign = csrfTokenFor(SECRET, "somebody-else");
  expect(refilled(page(foreign))).toContain(foreign);
});
