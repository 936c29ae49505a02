import { expect, test } from "vitest";
import { whatChanged } from "./what-changed.ts";

const sheet = (opinion: number, story: number) => ({
  inputs: [
    { name: "opinion.01KDVDNA00DPWXT4H1XQCRR489", sequence: opinion },
    { name: "referral.prior", sequence: 3 },
    { name: "story", sequence: story },
  ],
});

test("says which texts have moved since they were read, each once", () => {
  expect(whatChanged(sheet(1, 1), sheet(2, 1))).toEqual(["opinion"]);
  expect(whatChanged(sheet(1, 1), sheet(2, 4))).toEqual(["opinion", "story"]);
  const { inputs } = sheet(1, 1);
  expect(whatChanged({ inputs: inputs.slice(0, 1) }, { inputs })).toEqual(["referral", "story"]);
});

test("where no text has moved, the case has", () => {
  expect(whatChanged(sheet(1, 1), sheet(1, 1))).toEqual(["case"]);
});
