import { createWebApp } from "@consilium/server/web-app";
import type { Browser, Page } from "playwright-core";

const origin = "http://localhost:3000";

export interface ServedPage {
  readonly page: Page;
  /** Errors in the console, and whatever the content security policy refused. */
  readonly complaints: readonly string[];
  readonly open: (path: string) => Promise<void>;
}

/**
 * The built client with the server's own headers, and an API that answers what the test says: for screens that need nobody
 * signed in. Requests never leave the browser.
 */
export async function servePage(
  browser: Browser,
  options: { readonly width: number; readonly scheme: "light" | "dark"; readonly language?: string },
  answers: Readonly<Record<string, { status: number; json: unknown }>> = {},
): Promise<ServedPage> {
  const web = createWebApp(`${import.meta.dirname}/../../web/dist`);
  const context = await browser.newContext({
    viewport: { width: options.width, height: 844 },
    colorScheme: options.scheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints = listen(page);
  if (options.language) {
    const language = options.language;
    await page.addInitScript((chosen) => localStorage.setItem("consilium-language", chosen), language);
  }
  await page.route("**/*", async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith("/api/")) return route.fulfill(answers[pathname] ?? { json: null });
    const answer = await web.request(pathname);
    return route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  return {
    page,
    complaints,
    open: async (path) => {
      await page.goto(origin + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
    },
  };
}

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // The browser itself logs each refusal of the API, which the test asked for.
    const isAskedFor = message.text().startsWith("Failed to load");
    if (message.type() === "error" && !isAskedFor) complaints.push(message.text());
  });
  return complaints;
}
