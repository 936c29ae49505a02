import { expect, test } from "vitest";
import { foldWords } from "./fold-words.ts";

test.for([
  ["Brâncuși Clinic", "brancusi clinic"],
  ["  LUCÍA   Marchetti ", "lucia marchetti"],
  ["Tromsø, Łódź, Straße", "tromso lodz strasse"],
  ["CN-4821", "cn 4821"],
  ["İstanbul Diyarbakır", "istanbul diyarbakir"],
  ["سلمى", "سلمى"],
  ["…", ""],
] as const)("%s is searched for as %s", ([text, folded]) => {
  expect(foldWords(text)).toBe(folded);
});
