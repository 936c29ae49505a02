/** An answer as it came: status, headers, and every byte of its body as text. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly body: unknown;
}

export interface AskOptions {
  readonly method?: string;
  /** Sent as JSON; a string or bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who is signed in, with what a browser would send. */
export interface TestPerson {
  readonly origin: string;
  readonly cookie: string;
  readonly ask: (path: string, options?: AskOptions) => Promise<TestAnswer>;
  readonly post: (path: string, body?: unknown) => Promise<TestAnswer>;
  readonly put: (path: string, body: unknown) => Promise<TestAnswer>;
}

export async function signIn(origin: string, email: string, password: string): Promise<TestPerson> {
  const response = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${response.status}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return personWith(origin, cookie);
}

/** Without a cookie: somebody who is not signed in. */
export function personWith(origin: string, cookie: string): TestPerson {
  const ask = async (path: string, { method = "GET", body, headers = {} }: AskOptions = {}) => {
    const isRaw = typeof body === "string" || body instanceof Uint8Array;
    const response = await fetch(`${origin}/api${path}`, {
      method,
      headers: { ...(body !== undefined && { "content-type": "application/json" }), cookie, ...headers },
      ...(body !== undefined && { body: isRaw ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  };
  return {
    origin,
    cookie,
    ask,
    post: (path, body = {}) => ask(path, { method: "POST", body }),
    put: (path, body) => ask(path, { method: "PUT", body }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
