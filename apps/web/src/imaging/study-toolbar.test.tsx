import { loadMessages } from "@consilium/language";
import type { ImageAnchor } from "@consilium/workspace";
import { MantineProvider } from "@mantine/core";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useCallback, useState } from "react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import type { DrawnMark } from "../drawn/use-drawn-marks.ts";
import { keyImage } from "./mark-anchor.ts";
import type { PaneHandle } from "./pane-handle.ts";
import type { OpenSeries } from "./series-frames.ts";
import { type Study, StudyContext } from "./study-context.ts";
import { StudyToolbar } from "./study-toolbar.tsx";
import { ctSlice, element } from "./testing-frames.ts";
import { openStudy, testSeries, testViewport } from "./testing-panes.ts";
import type { Cine } from "./use-cine.ts";
import { usePaneHandle } from "./use-pane-handle.ts";
import { usePlacedMarks } from "./use-pane-marks.ts";
import type { ValueWindow } from "./window-presets.ts";

const messages = await loadMessages("en");

const cine: Cine = {
  isPlaying: false,
  toggle: () => undefined,
  stop: () => undefined,
  rate: 10,
  setRate: () => undefined,
};

const author = { name: "Dr Ingrid Hallström", initials: "IH", colour: "iris", side: "clinic" } as const;

/** The tools of one stack of pictures, with marks that stay in the page. */
function show(series: OpenSeries, marks: readonly DrawnMark<ImageAnchor>[] = [], ownWindow?: ValueWindow) {
  const [stack, study] = [testViewport(series, 0, ownWindow), openStudy()];
  const nothing = vi.fn<() => void>();
  const drawing = { sketch: undefined, cursor: undefined, begin: nothing, move: nothing, place: nothing };
  function Tools() {
    const placed = usePlacedMarks(series);
    const [pane, setPane] = useState<PaneHandle>();
    const onHandle = useCallback((_: unknown, handle: PaneHandle | undefined) => setPane(handle), []);
    usePaneHandle({
      slot: "left",
      study,
      series,
      viewport: stack.viewport,
      placed,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Nothing is drawn here.
      drawing: drawing as unknown as Parameters<typeof usePaneHandle>[0]["drawing"],
      step: nothing,
      onHandle,
    });
    return (
      <StudyToolbar pane={pane} cine={cine} isComparing={false} onCompare={nothing} onPlanes={nothing} />
    );
  }
  function Page() {
    const [all, setAll] = useState(marks);
    const open: Study = {
      tool: "window",
      chooseTool: nothing,
      marks: {
        all,
        error: undefined,
        drawing: {
          audience: "clinicians",
          audiences: ["clinicians"],
          chooseAudience: nothing,
          add: () => Promise.resolve(undefined),
          change: nothing,
          remove: ({ id }) => setAll((now) => now.filter((mark) => mark.id !== id)),
          describe: nothing,
        },
      },
      openMark: nothing,
      describing: undefined,
      describe: nothing,
      addMark: (anchor) => setAll((now) => [...now, markOf("own", anchor, true)]),
      choose: undefined,
      lit: undefined,
    };
    return (
      <StudyContext value={open}>
        <Tools />
      </StudyContext>
    );
  }
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <MantineProvider env="test">
        <Page />
      </MantineProvider>
    </LanguageProvider>,
  );
  return stack;
}

const markOf = (id: string, anchor: ImageAnchor, isOwn: boolean): DrawnMark<ImageAnchor> => ({
  id,
  thread: undefined,
  anchor,
  author,
  words: "",
  isOwn,
  isOpen: false,
});

const star = () => screen.getByRole("button", { name: "Key image" });
const isPressed = () => star().getAttribute("aria-pressed");

test("a picture is made a key image, and by the same press none again; which it is the button says", () => {
  const series = testSeries([ctSlice(1), ctSlice(2)]);
  const { viewport } = show(series);
  expect(isPressed()).toBe("false");
  fireEvent.click(star());
  expect(isPressed()).toBe("true");
  act(() => viewport.go(1));
  expect(isPressed()).toBe("false");
  act(() => viewport.go(0));
  fireEvent.click(star());
  expect(isPressed()).toBe("false");
});

test("a key image of somebody else stays; one's own stands beside it", () => {
  const series = testSeries([ctSlice(1)]);
  const [frame] = series.frames;
  const theirs = frame && keyImage("study", series, frame);
  if (!theirs) throw new Error("It cannot be anchored");
  show(series, [markOf("theirs", theirs, false)]);
  expect(isPressed()).toBe("false");
  fireEvent.click(star());
  expect(isPressed()).toBe("true");
});

const loop = (photometric: string) =>
  testSeries([
    ctSlice(1, { "00080060": element("CS", "US"), "00280004": element("CS", photometric) }),
    ctSlice(2, { "00080060": element("CS", "US"), "00280004": element("CS", photometric) }),
  ]);

test("a loop in colour has no window to choose, a grey one has", () => {
  show(loop("YBR_FULL_422"));
  expect(screen.queryByRole("combobox", { name: "Window" })).toBeNull();
  cleanup();
  show(loop("MONOCHROME2"));
  expect(screen.getByRole("combobox", { name: "Window" })).toBeTruthy();
});

test("a picture that names no window is shown as recorded, not by hand", () => {
  show(loop("MONOCHROME2"), [], { centre: 128, width: 256 });
  const chosen = screen.getByRole<HTMLSelectElement>("combobox", { name: "Window" });
  expect(chosen.selectedOptions[0]?.textContent).toBe("As recorded");
});

test("the speed of a loop stands there before it plays, so that nothing moves when it begins", () => {
  show(testSeries([ctSlice(1), ctSlice(2)]));
  expect(screen.getByRole("button", { name: "Play as a loop" })).toBeTruthy();
  expect(screen.getByRole("combobox", { name: "Pictures a second" })).toBeTruthy();
});
