import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { needsSession, root } from "./root-route.ts";

/** What belongs to somebody and to no case. */
export const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  beforeLoad: needsSession,
  component: lazyRouteComponent(() => import("../notify/settings-page.tsx"), "SettingsPage"),
});

export const signInSettings = createRoute({
  getParentRoute: () => root,
  path: "/settings/sign-in",
  beforeLoad: needsSession,
  component: lazyRouteComponent(
    () => import("../authenticator/sign-in-settings-page.tsx"),
    "SignInSettingsPage",
  ),
});

/** Where no mail leaves, in development; elsewhere there is nothing at it. */
export const outbox = createRoute({
  getParentRoute: () => root,
  path: "/outbox",
  beforeLoad: needsSession,
  component: lazyRouteComponent(() => import("../notify/outbox-page.tsx"), "OutboxPage"),
});
