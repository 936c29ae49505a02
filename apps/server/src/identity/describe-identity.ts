import type { Identity } from "./create-identity.ts";
import { served } from "./served-paths.ts";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What Better Auth says of the served routes, for the OpenAPI document, without the token that our answers leave out. */
export async function describeIdentity({ auth }: Identity, basePath: string) {
  const { paths, components } = await auth.api.generateOpenAPISchema();
  const described = served.map(({ method, path }) => {
    const operation: unknown = paths[path]?.[method === "GET" ? "get" : "post"];
    if (!isRecord(operation)) throw new Error(`Better Auth does not know ${path}`);
    return [`${basePath}/auth${path}`, { [method.toLowerCase()]: withoutToken(operation) }] as const;
  });
  return { paths: Object.fromEntries(described), schemas: withoutToken(components.schemas) };
}

/** Copies a description; a schema loses its property `token`. */
function withoutToken(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== "token").map(withoutToken);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).filter(([name]) => name !== "token");
  return Object.fromEntries(entries.map(([name, held]) => [name, withoutToken(held)]));
}
