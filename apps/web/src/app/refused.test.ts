import { expect, test } from "vitest";
import { Refused, refusedBy } from "./refused.ts";

test("a refusal brings its closed reason and the sentence for the person", async () => {
  const body = { refusal: "seat-ended", sentence: "Your part in this case has ended." };
  const refused = await refusedBy(Response.json(body, { status: 403 }));
  expect(refused).toBeInstanceOf(Refused);
  expect(refused).toMatchObject({ status: 403, reason: "seat-ended", message: body.sentence });
});

test("an answer that is no refusal is a fault, not a sentence", async () => {
  const fault = await refusedBy(new Response("<html>", { status: 502 }));
  expect(fault).not.toBeInstanceOf(Refused);
  expect(fault.message).toBe("The server answered 502");
});
