import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import { suggestionRoutes } from "../suggestion/suggestion-routes.ts";
import { sharingRoutes } from "./sharing-routes.ts";
import { versionRoutes } from "./version-routes.ts";

/** Versions, sharing and suggestions of an opinion. */
export const opinionRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>()
    .route("/", versionRoutes(services))
    .route("/", sharingRoutes(services))
    .route("/", suggestionRoutes(services));
