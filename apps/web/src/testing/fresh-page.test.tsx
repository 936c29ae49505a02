import { render } from "@testing-library/react";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { turnTo } from "./make-fresh.ts";

const fresh = "<html><head></head><body></body></html>";

describe("a page that tests share", () => {
  let found: string | undefined;

  test("may be left in any state, also by what a test does when it is over", () => {
    onTestFinished(() => void (found = document.body.textContent));
    render(<p>left</p>);
    document.body.append("appended");
    document.title = "left";
    document.documentElement.lang = "de";
    document.documentElement.dataset["theme"] = "dark";
    document.getSelection()?.selectAllChildren(document.body);
    localStorage.setItem("left", "1");
    sessionStorage.setItem("left", "1");
    history.replaceState(null, "", "/left?by=it#here");
    turnTo({ width: 390 });
    vi.useFakeTimers();
    vi.stubGlobal("fetch", "left");
    vi.spyOn(Math, "random").mockReturnValue(0);
    expect(document.documentElement.outerHTML).not.toBe(fresh);
  });

  test("is found by the next one as a browser opens it", () => {
    expect(found).toBe("leftappended");
    expect(document.documentElement.outerHTML).toBe(fresh);
    expect(document.getSelection()?.rangeCount).toBe(0);
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
    expect(new URL(location.href)).toMatchObject({ pathname: "/", search: "", hash: "" });
    expect([window.innerWidth, window.innerHeight]).toEqual([1024, 768]);
    expect(vi.isFakeTimers()).toBe(false);
    expect(fetch).toBeTypeOf("function");
    expect(vi.isMockFunction(Math.random)).toBe(false);
  });
});
