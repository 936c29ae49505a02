import { expect, test } from "vitest";
import { choosePatients } from "./choose-patients.ts";

const marisol = { name: "Marisol Quintana", born: "1968-03-14" };
const found = (name: string, birthDate: string | null, ...paths: readonly string[]) => ({
  name,
  birthDate,
  paths,
});
const jonas = found("Weber^Jonas", "1958-02-01", "b");

test("files without a name go with the case, also where the first name that is found is another's", () => {
  const patients = [found("Anonymous", null, "a"), jonas, found("QUINTANA^MARISOL", "1968-03-14", "c")];
  for (const order of [patients, patients.toReversed()]) {
    const asked = choosePatients({ patients: order }, marisol, null);
    expect(asked.asks).toBe(true);
    expect(asked.patients.map(({ name, fits, files }) => `${name} ${fits} ${files}`).toSorted()).toEqual([
      "QUINTANA^MARISOL true 1",
      "Weber^Jonas false 1",
    ]);
    const own = asked.patients.filter(({ fits }) => fits).map(({ id }) => id);
    expect(choosePatients({ patients: order }, marisol, own)).toMatchObject({
      asks: false,
      leftOut: new Set(["b"]),
    });
  }
});

test("one without a name that was born on another day is somebody else", () => {
  const asked = choosePatients({ patients: [found("Anonymous", "1958-02-01", "a")] }, marisol, null);
  expect(asked).toMatchObject({ asks: true, patients: [{ fits: false }] });
});

test("names that are nobody's ask nothing", () => {
  expect(choosePatients({ patients: [found("Anonymous^Patient", null, "a")] }, marisol, null)).toEqual({
    asks: false,
    patients: [],
    leftOut: new Set(),
  });
});
