import { fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { expect, test, vi } from "vitest";
import { useOwnActs } from "./use-own-acts.ts";

function Box({ onAct }: { readonly onAct: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useOwnActs(box, onAct);
  return (
    <>
      <div ref={box}>
        <button type="button">Inside</button>
        <ul className="viewing-line">
          <li>
            <button type="button">Follow</button>
          </li>
        </ul>
      </div>
      <button type="button">Outside</button>
    </>
  );
}

const named = (name: string) => screen.getByRole("button", { name });

test("whatever is done by hand in the box counts; going to the next control, the list of people and what is outside do not", () => {
  const act = vi.fn<() => void>();
  render(<Box onAct={act} />);
  fireEvent.pointerDown(named("Follow"));
  fireEvent.keyDown(named("Follow"), { key: "Enter" });
  fireEvent.keyDown(named("Inside"), { key: "Tab" });
  fireEvent.pointerDown(named("Outside"));
  fireEvent.keyDown(named("Outside"), { key: "a" });
  expect(act).not.toHaveBeenCalled();
  fireEvent.pointerDown(named("Inside"));
  fireEvent.wheel(named("Inside"));
  fireEvent.keyDown(named("Inside"), { key: "ArrowDown" });
  // Without a focus, keys scroll what is read.
  fireEvent.keyDown(document.body, { key: "PageDown" });
  expect(act).toHaveBeenCalledTimes(4);
});
