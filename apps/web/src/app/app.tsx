import type { Language, Messages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { colorSchemeManager, cssVariablesResolver, theme } from "../design/theme.ts";
import { styleNonce } from "./content-security.ts";
import { LanguageProvider } from "./language.tsx";
import type { createAppRouter } from "./router.ts";

export interface AppProps {
  readonly language: Language;
  readonly messages: Messages;
  readonly queries: QueryClient;
  readonly router: ReturnType<typeof createAppRouter>;
}

export function App({ language, messages, queries, router }: AppProps) {
  return (
    <StrictMode>
      <LanguageProvider language={language} messages={messages}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariablesResolver}
          colorSchemeManager={colorSchemeManager}
          defaultColorScheme="auto"
          getStyleNonce={() => styleNonce}
        >
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </MantineProvider>
      </LanguageProvider>
    </StrictMode>
  );
}
