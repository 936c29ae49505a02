import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { needsSession, root } from "./root-route.ts";

/** What a programme writes itself: no part of a case. */
const programme = createRoute({
  getParentRoute: () => root,
  path: "/programme",
  beforeLoad: needsSession,
  component: lazyRouteComponent(() => import("../programme/programme-page.tsx"), "ProgrammePage"),
});
const templates = createRoute({
  getParentRoute: () => programme,
  path: "/",
  component: lazyRouteComponent(() => import("../programme/templates-part.tsx"), "TemplatesPart"),
});
const template = createRoute({
  getParentRoute: () => programme,
  path: "templates/$templateId",
  component: lazyRouteComponent(() => import("../programme/template-page.tsx"), "TemplatePage"),
});
const lists = createRoute({
  getParentRoute: () => programme,
  path: "lists",
  component: lazyRouteComponent(() => import("../programme/lists-part.tsx"), "ListsPart"),
});
const list = createRoute({
  getParentRoute: () => programme,
  path: "lists/$specialty",
  component: lazyRouteComponent(() => import("../programme/list-page.tsx"), "ListPage"),
});
const emergencies = createRoute({
  getParentRoute: () => programme,
  path: "emergencies",
  component: lazyRouteComponent(() => import("../programme/emergencies-part.tsx"), "EmergenciesPart"),
});

export const programmeRoutes = programme.addChildren([templates, template, lists, list, emergencies]);
