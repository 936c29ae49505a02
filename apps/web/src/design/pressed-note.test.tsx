import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { PressedNote } from "./pressed-note.tsx";

function Pressed() {
  const [isOpen, open] = useState(false);
  return (
    <PressedNote note="Nobody checked it." isOpen={isOpen} onClose={() => open(false)}>
      <button type="button" onClick={() => open(true)}>
        Download
      </button>
    </PressedNote>
  );
}

test("a press shows the note, Escape takes it away", () => {
  render(
    <MantineProvider env="test">
      <Pressed />
    </MantineProvider>,
  );
  expect(screen.queryByRole("status")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Download" }));
  expect(screen.getByRole("status").textContent).toBe("Nobody checked it.");
  fireEvent.keyDown(screen.getByRole("status"), { key: "Escape" });
  expect(screen.queryByRole("status")).toBeNull();
});
