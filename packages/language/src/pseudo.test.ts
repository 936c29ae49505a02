import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { formats } from "./formats.ts";
import { loadMessages } from "./load-messages.ts";
import { pseudo } from "./pseudo.ts";

test("the pseudo-language accents and lengthens what people read, and leaves parameters and tags alone", () => {
  expect(pseudo("Asked by <b>{name}</b> on {due, date, day}")).toBe(
    "⟦ÅÅškééd bý <b>{name}</b> ööñ {due, date, day}⟧",
  );
});

test("plurals of the pseudo-language still count", async () => {
  const translate = createTranslator({
    locale: "en",
    messages: await loadMessages("pseudo"),
    formats,
    timeZone: "UTC",
  });
  expect(translate("saved.kept", { count: 1 })).toMatch(/^⟦1 /);
  expect(translate("saved.kept", { count: 3 })).toMatch(/^⟦3 /);
  expect(translate("saved.kept", { count: 3 })).not.toMatch(/[aeiou]/);
});
