import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { recordSchema } from "@consilium/clinical";
import { describe, expect, test } from "vitest";
import { asNode } from "../json/node.ts";
import { parseJson } from "../json/parse-json.ts";
import { importFhir, importFhirResource } from "./import-fhir.ts";
import { unaccounted } from "./testing/account.ts";
import { encode, importOptions } from "./testing/bundles.ts";
import { asXml } from "./testing/fhir-xml.ts";

/** Real files of public repositories, which are not part of the project: where they lie says who runs the tests. */
const shared = process.env["CONSILIUM_SHARED_DATA"];
const folder = join(shared ?? "", "fhir");
const files = shared ? globSync(join(folder, "{synthea,ips}", "*.json")).toSorted() : [];

const read = (name: string) => {
  const found = globSync(join(folder, "*", name))[0];
  if (found === undefined) throw new Error(`no ${name}`);
  return readFileSync(found);
};

describe.skipIf(!shared)("real files (skipped where CONSILIUM_SHARED_DATA names no folder)", () => {
  test("are there", () => expect(files.length).toBeGreaterThan(0));
  test.each(files.map((file) => [basename(file).split("_")[0], file] as const))(
    "every resource of %s is represented or named",
    (_name, file) => {
      const result = importFhir(readFileSync(file), importOptions());
      if (!result.ok) throw new Error(result.refusal.reason);
      expect(unaccounted(result.value)).toBe(0);
      for (const record of result.value.records) expect(recordSchema.parse(record)).toEqual(record);
      const whole = result.value.notUnderstood.filter(({ part }) => part === null);
      expect(whole.every(({ gap }) => gap === "billing" || gap === "not-referred-to")).toBe(true);
    },
  );
  test.each(files.map((file) => [basename(file).split("_")[0], file] as const))(
    "%s says the same as XML",
    (_name, file) => {
      const bytes = readFileSync(file);
      const json = asNode(parseJson(new TextDecoder().decode(bytes)));
      const xml = encode(asXml(json ?? {}));
      expect(importFhir(xml, importOptions())).toEqual(importFhir(bytes, importOptions()));
    },
  );
  test("a patient summary has its values with flags, its note with every section, and its dates as sent", () => {
    const result = importFhir(read("ips-nz-pj.json"), importOptions());
    if (!result.ok) throw new Error(result.refusal.reason);
    const text = JSON.stringify(result.value.records);
    expect(text).toContain('"title":"HbA1c"');
    expect(text).toContain('"code":"H"');
    const note = result.value.records.find(({ kind }) => kind === "note");
    const headings =
      note?.kind === "note" ? note.content.blocks.filter(({ type }) => type === "heading") : [];
    expect(headings).toHaveLength(9);
    expect(result.value.patient.birthDate).toBe("1950-07-04");
  });
  test("a chest radiograph's report is read from its markup; a living will in PDF is refused with that reason", () => {
    const radiograph = importFhirResource(read("DiagnosticReport-chest-xray-report.json"), importOptions());
    expect(radiograph).toMatchObject({
      ok: true,
      value: { records: [{ kind: "imaging-report", author: "Dr Ronald Bone" }] },
    });
    expect(JSON.stringify(radiograph)).toContain("Normal pulmonary vascularity.");
    expect(importFhirResource(read("DocumentReference-living-will.json"), importOptions())).toMatchObject({
      ok: false,
      refusal: { notUnderstood: [{ gap: "attachment-not-text" }] },
    });
  });
});
