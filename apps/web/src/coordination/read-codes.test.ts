import { expect, test } from "vitest";
import { codesIn, isCountry, isLanguage } from "./read-codes.ts";

test("codes are read however they are set apart", () => {
  expect(codesIn(" en, sv;ar  pt-BR,")).toEqual(["en", "sv", "ar", "pt-BR"]);
  expect(codesIn(" , ")).toEqual([]);
});

test("a language or country is one that there is", () => {
  expect(["en", "sv", "pt-BR", "english", "e", "qq", "12"].map(isLanguage)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(["SE", "IE", "se", "QQ", "Sweden"].map(isCountry)).toEqual([true, true, false, false, false]);
});
