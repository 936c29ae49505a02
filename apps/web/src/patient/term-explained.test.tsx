import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { TermExplained } from "./term-explained.tsx";

const word = () => screen.getByRole("button", { name: "MRI" });
const explained = () => screen.queryByRole("status")?.textContent;

beforeEach(() => {
  render(
    <MantineProvider env="test">
      <TermExplained term={{ id: "mri", term: "MRI", also: [], plain: "A scan with magnets." }}>
        MRI
      </TermExplained>
    </MantineProvider>,
  );
});

test("a press shows what the word means, the next one takes it away", () => {
  expect(explained()).toBeUndefined();
  fireEvent.click(word());
  expect(explained()).toBe("MRI A scan with magnets.");
  expect(word().getAttribute("aria-expanded")).toBe("true");
  fireEvent.click(word());
  expect(explained()).toBeUndefined();
});

test("by the keyboard Enter shows it and Escape takes it away", () => {
  fireEvent.keyDown(word(), { key: "Enter" });
  expect(explained()).toContain("magnets");
  fireEvent.keyDown(word(), { key: "Escape" });
  expect(explained()).toBeUndefined();
});

test("a mouse that passes shows it as long as it is there; one that presses, longer", () => {
  fireEvent.pointerEnter(word(), { pointerType: "mouse" });
  expect(explained()).toContain("magnets");
  fireEvent.pointerLeave(word(), { pointerType: "mouse" });
  expect(explained()).toBeUndefined();
  fireEvent.pointerEnter(word(), { pointerType: "mouse" });
  fireEvent.click(word());
  fireEvent.pointerLeave(word(), { pointerType: "mouse" });
  expect(explained()).toContain("magnets");
});

test("a finger that touches and holds to choose words explains nothing", () => {
  fireEvent.pointerEnter(word(), { pointerType: "touch" });
  expect(explained()).toBeUndefined();
});
