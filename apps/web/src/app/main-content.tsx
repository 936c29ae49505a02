import type { ReactNode } from "react";

/** Where "Skip to the content" leads: one a screen. */
export function MainContent({ children, name }: { readonly children: ReactNode; readonly name?: string }) {
  return (
    <main id="content" tabIndex={-1} className={name}>
      {children}
    </main>
  );
}
