import { expect, test } from "vitest";
import { isPlainAddress } from "./plain-address.ts";

test.each(["patient@demo.test", "first.last+news@mail.sundvik-hospital.example", "o'brien@example.co.uk"])(
  "%s is an address",
  (text) => expect(isPlainAddress(text)).toBe(true),
);

test.each([
  "",
  "nobody",
  "nobody@",
  "@example.org",
  "a@localhost",
  "a@example.org\r\nBcc: other@example.org",
  "a@example.org\n",
  "a@example.org,b@example.org",
  "a@example.org b@example.org",
  "a@example.org;b@example.org",
  "Anna <a@example.org>",
  '"a b"@example.org',
  "a@b@example.org",
  "a..b@example.org",
  ".a@example.org",
  "a@-example.org",
  "a@example..org",
  "a\u0000@example.org",
  "ä@example.org",
  "a@ex\u00E4mple.org",
  `${"a".repeat(65)}@example.org`,
  `a@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(20)}`,
])("%j is none", (text) => expect(isPlainAddress(text)).toBe(false));
