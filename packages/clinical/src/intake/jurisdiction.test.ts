import { expect, test } from "vitest";
import table from "./content/jurisdictions.en.json" with { type: "json" };
import { countries } from "./countries.ts";
import { isRegionKnown, placeRule, regionsOf } from "./jurisdiction.ts";

test("the table names countries once, their states once, and gives a reason for each", () => {
  const named = table.countries.map(({ country }) => country);
  expect(new Set(named).size).toBe(named.length);
  for (const { country, gives, because, regions } of table.countries) {
    expect(countries).toContain(country);
    expect(["clinical", "educational", "none"]).toContain(gives);
    expect(because).not.toBe("");
    expect(new Set(regions.map(({ code }) => code)).size).toBe(regions.length);
  }
  expect(regionsOf("US")).toHaveLength(51);
});

test("what the table does not know is judged with care, and the programme's own list goes before it", () => {
  expect(placeRule({ country: "JP", region: null }, [])).toMatchObject({ gives: "educational" });
  expect(placeRule({ country: "JP", region: null }, ["JP"])).toMatchObject({ gives: "clinical" });
  expect(placeRule({ country: "US", region: "NY" }, ["US-OH"])).toMatchObject({ gives: "educational" });
  expect(placeRule({ country: "US", region: "NY" }, ["US-NY"])).toMatchObject({ gives: "clinical" });
  expect(placeRule({ country: "US", region: null }, ["US-NY"])).toMatchObject({ gives: "educational" });
});

test("a state is known by its code, where states give licences", () => {
  expect(isRegionKnown({ country: "SE", region: null })).toBe(true);
  expect(isRegionKnown({ country: "US", region: null })).toBe(false);
  expect(isRegionKnown({ country: "US", region: "Ohio" })).toBe(false);
  expect(isRegionKnown({ country: "AU", region: "NSW" })).toBe(true);
});
