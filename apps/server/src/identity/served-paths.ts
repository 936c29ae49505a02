/** Better Auth mounts every route of every plugin. Only these are ours; the others answer 404 and are not described. */
export const served = [
  { method: "GET", path: "/get-session" },
  { method: "POST", path: "/sign-in/email" },
  { method: "POST", path: "/sign-out" },
] as const;
