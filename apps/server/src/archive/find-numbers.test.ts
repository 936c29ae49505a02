import { afterEach, beforeEach, expect, test } from "vitest";
import { type ArchiveServer, startArchiveServer } from "../testing/archive-server.ts";
import { findStudies } from "./find-studies.ts";

const { signal } = new AbortController();

const numbered = (patientId: string, accession = "7") => ({
  "0020000D": { Value: ["2.25.1"] },
  "00100020": { Value: [patientId] },
  "00080050": { Value: [accession] },
});

/** An archive that undoes no escapes finds nothing by them; what it finds by `?` is more than was asked for. */
let found: readonly ReturnType<typeof numbered>[];
let server: ArchiveServer;
beforeEach(async () => {
  found = ["ABC 123", "ABC-123", "ABC 1234", "abc 123"].map((id) => numbered(id));
  server = await startArchiveServer([]);
  server.other = ({ url }, response) => {
    const answer = JSON.stringify(url?.includes("%") ? [] : found);
    response.setHeader("content-type", "application/dicom+json").end(answer);
    return true;
  };
});
afterEach(() => server.close());

const asked = () => server.asked.map((path) => path.split("&include")[0]);

test("a number that has to be escaped is asked for as it is, then as any one like it, and compared here", async () => {
  found = [...found, numbered("ABC 123", "8")];
  const { studies, isMore } = await findStudies(
    server.archive,
    { patientId: "ABC  123", accession: "7" },
    signal,
  );
  expect(asked()).toEqual([
    "studies?PatientID=ABC%20%20123&AccessionNumber=7",
    "studies?PatientID=ABC??123&AccessionNumber=7",
  ]);
  expect(studies.map(({ patientId, accession }) => [patientId, accession])).toEqual([["ABC 123", "7"]]);
  expect(isMore).toBe(false);
});

test("any other number is asked for once, and what the archive takes for it is what is found", async () => {
  expect((await findStudies(server.archive, { patientId: "P-1" }, signal)).studies).toHaveLength(4);
  found = [];
  await findStudies(server.archive, { patientId: "P-2" }, signal);
  expect(asked()).toEqual(["studies?PatientID=P-1", "studies?PatientID=P-2"]);
});
