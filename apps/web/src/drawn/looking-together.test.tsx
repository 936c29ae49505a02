import { fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { expect, test, vi } from "vitest";
import { type LookingTogether, LookingTogetherContext, useFollowed } from "./looking-together.ts";
import { useOwnActs } from "./use-own-acts.ts";

function Viewer() {
  const box = useRef<HTMLButtonElement>(null);
  const [following, follow] = useFollowed();
  useOwnActs(box, () => follow(undefined));
  return (
    <>
      <button ref={box} type="button">
        {following ?? "nobody"}
      </button>
      <button type="button" onClick={() => follow("ada")}>
        Follow
      </button>
    </>
  );
}

const together = (given: Partial<LookingTogether>): LookingTogether => ({
  following: "ada",
  follow: () => {},
  show: () => {},
  point: undefined,
  ...given,
});

test("in a conference all viewers follow whoever shows, and what is done by hand in one of them says so", () => {
  const follow = vi.fn<LookingTogether["follow"]>();
  render(
    <LookingTogetherContext value={together({ follow })}>
      <Viewer />
    </LookingTogetherContext>,
  );
  fireEvent.keyDown(document.body, { key: "m" });
  expect(follow).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: "PageDown" });
  fireEvent.wheel(screen.getByRole("button", { name: "ada" }));
  expect(follow.mock.calls).toEqual([[undefined], [undefined]]);
});

test("elsewhere each viewer follows whom one chooses there, until one does something by oneself", () => {
  render(<Viewer />);
  fireEvent.click(screen.getByRole("button", { name: "Follow" }));
  fireEvent.pointerDown(screen.getByRole("button", { name: "ada" }));
  expect(screen.getByRole("button", { name: "nobody" })).toBeDefined();
});
