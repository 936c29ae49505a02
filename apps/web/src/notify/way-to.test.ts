import { expect, test } from "vitest";
import { wayTo } from "./way-to.ts";

const told = { caseId: "case", subject: "subject" };

test("what one is told of leads to where it is seen", () => {
  expect(wayTo({ ...told, kind: "conference-moved" })).toEqual({
    to: "/cases/$caseId/conferences/$conferenceId",
    params: { caseId: "case", conferenceId: "subject" },
  });
  expect(wayTo({ ...told, kind: "thread-asked" })).toMatchObject({ params: { threadId: "subject" } });
  expect(wayTo({ ...told, kind: "addendum-signed" })).toMatchObject({ params: { reportId: "subject" } });
  expect(wayTo({ ...told, kind: "record-asked" })).toMatchObject({ to: "/cases/$caseId/records" });
});
