import type { ReactNode } from "react";

/**
 * Where "Skip to the content" leads: one a screen. It scrolls on most screens, also where nothing in it takes the focus:
 * hence a stop of its own.
 */
export function MainContent({ children, name }: { readonly children: ReactNode; readonly name?: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls is reached by the keyboard.
    <main id="content" tabIndex={0} className={name}>
      {children}
    </main>
  );
}
