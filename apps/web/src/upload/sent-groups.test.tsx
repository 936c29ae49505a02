import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import type { DeliveryRun } from "./delivery-run.ts";
import type { DeliveryState, SentFile } from "./delivery-state.ts";
import { SentGroups } from "./sent-groups.tsx";

const messages = await loadMessages("en");

const file = (path: string, state: SentFile["state"]): SentFile => ({
  id: path,
  path,
  bytes: 10,
  sent: 0,
  state,
  url: null,
});

function show(...files: readonly SentFile[]) {
  const state: DeliveryState = { id: "delivery", phase: { is: "arriving" }, files };
  const takeOut = vi.fn<DeliveryRun["takeOut"]>();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What the rows use of it.
  const run = { state, takeOut } as unknown as DeliveryRun;
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <MantineProvider env="test">
        <SentGroups state={state} run={run} />
      </MantineProvider>
    </LanguageProvider>,
  );
  return takeOut;
}

const cancelling = (name: string) => screen.getByRole("button", { name: `Cancel ${name}` });

test("whoever cancels a file by the keyboard is at the next one that can be cancelled", () => {
  const takeOut = show(file("a", "sending"), file("b", "there"), file("c", "waiting"));
  cancelling("a").focus();
  fireEvent.click(cancelling("a"));
  expect(takeOut).toHaveBeenCalledExactlyOnceWith(0);
  expect(document.activeElement).toBe(cancelling("c"));
});

test("after the last one they are at the one before", () => {
  show(file("a", "waiting"), file("b", "there"), file("c", "waiting"));
  cancelling("c").focus();
  fireEvent.click(cancelling("c"));
  expect(document.activeElement).toBe(cancelling("a"));
});
