import { describe, expect, test } from "vitest";
import { ccda, gapsIn, only, read, sct, section } from "./testing/documents.ts";

const value = (type: string, attributes: string, inner = ""): string =>
  `<value xsi:type="${type}" ${attributes}>${inner}</value>`;

const observation = (
  measured: string,
  more = "",
  code = '<code code="2160-0" codeSystem="2.16.840.1.113883.6.1" displayName="Creatinine"/>',
): string =>
  `<observation classCode="OBS" moodCode="EVN">${code}<statusCode code="completed"/><effectiveTime value="202601020915-0500"/>${measured}${more}</observation>`;

const battery = (...observations: readonly string[]): string =>
  `<organizer classCode="BATTERY" moodCode="EVN"><code ${sct("1", "Renal panel")}/><statusCode code="completed"/>${observations
    .map((one) => `<component>${one}</component>`)
    .join("")}</organizer>`;

const seriesOf = (...entries: readonly string[]) =>
  only(read(ccda(section("30954-2", "Results", "", ...entries))), "laboratory").content.series;

const pointOf = (measured: string, more = "") => seriesOf(battery(observation(measured, more)))[0]?.points[0];

describe("laboratory values", () => {
  test("keep their digits, unit, panel, moment, range, flag and place in a series", () => {
    const range =
      '<referenceRange><observationRange><text>adults</text><value xsi:type="IVL_PQ"><low value="45.0" unit="umol/L"/><high value="84" unit="umol/L"/></value></observationRange></referenceRange>';
    const flag = '<interpretationCode code="H" codeSystem="2.16.840.1.113883.5.83"/>';
    const [series] = seriesOf(
      battery(observation(value("PQ", 'value="90.0" unit="umol/L"'), flag + range)),
      battery(
        observation(value("PQ", 'value="60.50" unit="umol/L"')).replace("202601020915-0500", "20251231"),
      ),
    );
    expect(series).toMatchObject({
      title: "Creatinine",
      unit: { text: "µmol/L", ucum: "umol/L" },
      group: "Renal panel",
      points: [
        { date: "2025-12-31", value: { kind: "quantity", value: { text: "60.50" } } },
        {
          date: "2026-01-02T09:15-05:00",
          value: { kind: "quantity", value: { text: "90.0", number: 90 }, comparator: null },
          range: { low: { text: "45.0" }, high: { text: "84" }, text: "adults" },
          interpretation: { code: "H", text: "High" },
          status: null,
        },
      ],
    });
  });
  test.each([
    [
      "below a limit",
      value("IVL_PQ", "", '<high value="5" unit="mg/L" inclusive="false"/>'),
      { kind: "quantity", value: { text: "5" }, comparator: "<" },
    ],
    [
      "at a limit or above",
      value("IVL_PQ", "", '<low value="10.0"/>'),
      { kind: "quantity", value: { text: "10.0" }, comparator: ">=" },
    ],
    [
      "between limits",
      value("IVL_PQ", "", '<low value="2"/><high value="5"/>'),
      { kind: "text", text: "2 to 5" },
    ],
    [
      "a titre",
      value("RTO", "", '<numerator value="1"/><denominator value="128"/>'),
      { kind: "text", text: "1 : 128" },
    ],
    ["words", value("ST", "", "Gram-negative rods"), { kind: "text", text: "Gram-negative rods" }],
    ["a code", value("CD", sct("10828004", "Positive")), { kind: "coded", concept: { text: "Positive" } }],
    ["a whole number", value("INT", 'value="3"'), { kind: "quantity", value: { text: "3" } }],
    ["true", value("BL", 'value="true"'), { kind: "text", text: "yes" }],
    [
      "not said whether true",
      value("BL", 'nullFlavor="UNK"'),
      { kind: "absent", reason: "No value: unknown" },
    ],
    [
      "not there",
      value("PQ", 'nullFlavor="NAV"'),
      { kind: "absent", reason: "No value: temporarily unavailable" },
    ],
    ["a number in words", value("PQ", 'value="1.2.3" unit="mg"'), { kind: "text", text: "1.2.3 mg" }],
    ["of a type nobody knows", value("XYZ", 'value="7"', "seven"), { kind: "text", text: "seven" }],
    ["of several values", value("ST", "", "a") + value("CD", sct("1", "b")), { kind: "text", text: "a\nb" }],
  ])("%s are read as what they say", (_name, measured, expected) => {
    expect(pointOf(measured)?.value).toMatchObject(expected);
  });
  test("words in the narrative that a value refers to are its words", () => {
    const text = '<paragraph ID="v">No growth</paragraph>';
    const content = read(
      ccda(section("30954-2", "Results", text, observation(value("ED", "", '<reference value="#v"/>')))),
    );
    expect(only(content, "laboratory").content.series[0]?.points[0]?.value).toEqual({
      kind: "text",
      text: "No growth",
    });
  });
  test("a unit that is no UCUM stays words; a dimensionless one is none", () => {
    expect(seriesOf(observation(value("PQ", 'value="7" unit="mm Hg"')))[0]?.unit).toEqual({
      text: "mm Hg",
      ucum: null,
    });
    expect(seriesOf(observation(value("PQ", 'value="7" unit="1"')))[0]?.unit).toBeNull();
  });
  test("preliminary and denied ones say so", () => {
    const early = observation(value("ST", "", "growth")).replace('"completed"', '"active"');
    expect(seriesOf(early)[0]?.points[0]?.status).toBe("preliminary");
    const denied = observation(value("CD", sct("1", "Asthma"))).replace(
      "<observation ",
      '<observation negationInd="true" ',
    );
    expect(seriesOf(denied)[0]?.points[0]?.note).toBe("Negated: this was not found");
  });
});

test("a battery is read as far as it can be, and what is left of it is counted", () => {
  const unsaid = "<observation><code nullFlavor='UNK'/></observation>";
  const timing = '<procedure><code displayName="Sampling"/></procedure>';
  const content = read(
    ccda(section("30954-2", "Results", "", battery(observation(value("ST", "", "a")), unsaid, timing))),
  );
  expect(only(content, "laboratory").content.series).toHaveLength(1);
  expect(gapsIn(content)).toContain("2 Results.codes text-only");
});

describe("other values", () => {
  test("vital signs and social history are records of their own, without a panel", () => {
    const pulse = battery(observation(value("PQ", 'value="72" unit="/min"')));
    const smoking = observation(value("CD", sct("8517006", "Ex-smoker")));
    const { records } = read(
      ccda(section("8716-3", "Vital signs", "", pulse), section("29762-2", "Social history", "", smoking)),
    );
    expect(records.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      "note Referral summary",
      "laboratory Vital signs",
      "laboratory Social history",
    ]);
  });
  test("an observation in an observation is a value of its own", () => {
    const inner = `<entryRelationship typeCode="COMP">${observation(value("INT", 'value="4"'), "", '<code code="9267-6" displayName="Eye opening"/>')}</entryRelationship>`;
    const scale = observation(
      value("INT", 'value="15"'),
      inner,
      '<code code="9269-2" displayName="Coma score"/>',
    );
    const content = read(ccda(section("47420-5", "Function", "", scale)));
    expect(
      only(content, "laboratory")
        .content.series.map(({ title }) => title)
        .toSorted(),
    ).toEqual(["Coma score", "Eye opening"]);
  });
});
