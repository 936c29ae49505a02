import { render } from "@testing-library/react";
import { expect, test, vi } from "vitest";

test("a test may leave whatever it likes", () => {
  render(<p>left</p>);
  document.body.append("appended");
  document.title = "left";
  document.documentElement.lang = "de";
  document.documentElement.dataset["theme"] = "dark";
  localStorage.setItem("left", "1");
  sessionStorage.setItem("left", "1");
  history.replaceState(null, "", "/left?by=it#here");
  vi.useFakeTimers();
  vi.stubGlobal("fetch", "left");
  vi.spyOn(Math, "random").mockReturnValue(0);
  expect(document.body.textContent).toBe("leftappended");
});

test("the next one finds the page as a browser opens it", () => {
  expect(document.documentElement.outerHTML).toBe("<html><head></head><body></body></html>");
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  expect(new URL(location.href)).toMatchObject({ pathname: "/", search: "", hash: "" });
  expect(vi.isFakeTimers()).toBe(false);
  expect(fetch).toBeTypeOf("function");
  expect(vi.isMockFunction(Math.random)).toBe(false);
});
