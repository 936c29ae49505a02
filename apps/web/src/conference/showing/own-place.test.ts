import type { Place } from "@consilium/workspace";
import { expect, test } from "vitest";
import { createOwnPlace } from "./own-place.ts";

function told() {
  const said: (Place | null)[] = [];
  return { said, own: createOwnPlace((place) => void said.push(place)) };
}

test("whoever shows something says so, and where they point", () => {
  const { said, own } = told();
  own.show({ target: "ct", place: "1/2/3" });
  own.present(true);
  own.point({ x: 4, y: 5 });
  own.show({ target: "ct", place: "1/2/4" });
  expect(said).toEqual([
    { target: "ct", place: "1/2/3" },
    { target: "ct", place: "1/2/3", presenting: true },
    { target: "ct", place: "1/2/3", presenting: true, pointer: { x: 4, y: 5 } },
    { target: "ct", place: "1/2/4", presenting: true, pointer: { x: 4, y: 5 } },
  ]);
});

test("a pointer stays with what it pointed at, and is nobody's business when nothing is shown", () => {
  const { said, own } = told();
  own.show({ target: "ct" });
  own.point({ x: 4, y: 5 });
  expect(said).toEqual([{ target: "ct" }]);
  own.present(true);
  own.show({ target: "letter", place: "page/1" });
  own.present(false);
  own.show(null);
  expect(said.slice(1)).toEqual([
    { target: "ct", presenting: true, pointer: { x: 4, y: 5 } },
    { target: "letter", place: "page/1", presenting: true },
    { target: "letter", place: "page/1" },
    null,
  ]);
});
