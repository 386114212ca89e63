import { expect, test } from "vitest";
import { formatBirthdate, parseBirthdate } from "./birthdate";

test.each([
  ["27/03/1988", "1988-03-27"],
  ["1988-03-27", "1988-03-27"],
  ["00/00/1965", "1965-00-00"],
  ["00/07/1958", "1958-07-00"],
  ["00.7.1958", "1958-07-00"],
  ["1965-00-00", "1965-00-00"],
  ["1958-07-00", "1958-07-00"],
  ["31/02/1988", null],
  ["00/13/1958", null],
  ["12/00/1958", null],
  ["1965", null],
  ["", null],
])("%s is read as %s", (typed, written) => {
  expect(parseBirthdate(typed)).toBe(written);
});

test.each([
  ["1988-03-27", "27\u00a0mars\u00a01988"],
  ["1958-07-00", "juillet\u00a01958"],
  ["1965-00-00", "1965"],
])("%s is said %s", (written, said) => {
  expect(formatBirthdate(written)).toBe(said);
});
