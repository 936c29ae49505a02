import { expect, test } from "vitest";
import { readIdentifier } from "./identifiers.ts";

test.for([
  ["https://doi.org/10.1056/NEJMoa1513721.", "10.1056/nejmoa1513721"],
  ["doi:10.1016/S0140-6736(05)66868-4", "10.1016/s0140-6736(05)66868-4"],
  ["10.1000/182)", "10.1000/182"],
  [
    "10.1002/(SICI)1097-0142(19960101)77:1<1::AID-CNCR1>3.0.CO;2-X",
    "10.1002/(sici)1097-0142(19960101)77:1<1::aid-cncr1>3.0.co;2-x",
  ],
  ["https://doi.org/10.1000%2F182", "10.1000/182"],
  ["10.12/x", undefined],
  ["see 10.1000/182", undefined],
  ["10.1000/a b", undefined],
  ["%E0%A4%A", undefined],
  ["", undefined],
] as const)("DOI %s", ([text, read]) => expect(readIdentifier("doi", text)).toBe(read));

test.for([
  ["27074067", "27074067"],
  ["PMID: 27074067", "27074067"],
  ["https://pubmed.ncbi.nlm.nih.gov/27074067/", "27074067"],
  ["0", undefined],
  ["123456789", undefined],
  ["27074067x", undefined],
] as const)("PMID %s", ([text, read]) => expect(readIdentifier("pmid", text)).toBe(read));

test.for([
  ["pmc4851230.2", "PMC4851230"],
  ["https://pmc.ncbi.nlm.nih.gov/articles/PMC4851230/", "PMC4851230"],
  ["4851230", undefined],
  ["PMC0", undefined],
] as const)("PMCID %s", ([text, read]) => expect(readIdentifier("pmcid", text)).toBe(read));
