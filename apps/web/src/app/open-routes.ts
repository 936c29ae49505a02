import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "./root-route.ts";

/** For people without an account: a report by its link, the answer to a request, a conference, and whether a report still stands. */
export const link = createRoute({
  getParentRoute: () => root,
  path: "/l",
  component: lazyRouteComponent(() => import("../link/link-page.tsx"), "LinkPage"),
});
export const answer = createRoute({
  getParentRoute: () => root,
  path: "/answer",
  component: lazyRouteComponent(() => import("../answer/answer-page.tsx"), "AnswerPage"),
});
export const guest = createRoute({
  getParentRoute: () => root,
  path: "/guest",
  component: lazyRouteComponent(() => import("../conference/guest/guest-page.tsx"), "GuestPage"),
});
export const check = createRoute({
  getParentRoute: () => root,
  path: "/v/$code",
  component: lazyRouteComponent(() => import("../link/check-page.tsx"), "CheckPage"),
});
