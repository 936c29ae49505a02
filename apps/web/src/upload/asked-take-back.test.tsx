import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { AskedTakeBack } from "./asked-take-back.tsx";

const messages = await loadMessages("en");

function show() {
  const onTakeBack = vi.fn<() => void>();
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <MantineProvider env="test">
        <AskedTakeBack onTakeBack={onTakeBack} />
      </MantineProvider>
    </LanguageProvider>,
  );
  return onTakeBack;
}
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("nothing is taken back before the question is answered", () => {
  const onTakeBack = show();
  press("Take back");
  expect(screen.getByRole("dialog", { name: "Take this delivery back?" })).toBeTruthy();
  press("Keep it");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(onTakeBack).not.toHaveBeenCalled();
});

test("who says yes takes it back, once", () => {
  const onTakeBack = show();
  press("Take back");
  press("Yes, take it back");
  expect(onTakeBack).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("dialog")).toBeNull();
});
