import { expect, test } from "vitest";
import { readSyncAddress } from "./sync-address.ts";

const id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

test("a case alone is the door for many documents, a document behind it the plain one", () => {
  expect(readSyncAddress(`/sync/${id}`)).toMatchObject({ caseId: id, document: undefined });
  expect(readSyncAddress(`/sync/${id}/opinion?ack=1&schema=2`)).toMatchObject({
    document: "opinion",
    wantsSaved: true,
    schema: 2,
  });
});

test("[SY-23] whoever names no schema, or one that is none, is taken for the oldest", () => {
  for (const said of [
    "",
    "?schema=",
    "?schema=0",
    "?schema=-3",
    "?schema=1.5",
    "?schema=newest",
    "?schema=1e99",
  ])
    expect(readSyncAddress(`/sync/${id}/opinion${said}`)).toMatchObject({ schema: 1 });
});

test("a broken escape names no document, a foreign id no case, and neither throws", () => {
  expect(readSyncAddress(`/sync/${id}/%E0%A4%A`)).toMatchObject({ document: "" });
  expect(readSyncAddress("/sync/../../etc")).toBeUndefined();
  expect(readSyncAddress("/sync/1/story")).toMatchObject({ caseId: "" });
});

test("elsewhere there is no door", () => {
  for (const address of ["/", "/api/cases", `/sync/${id}/a/b`, "/sync"])
    expect(readSyncAddress(address)).toBeUndefined();
});
