import "./link.css";
import type { ReactNode } from "react";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { Logo } from "../design/logo.tsx";

interface OpenPageProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Around a page for people without an account. */
export function OpenPage({ title, children }: OpenPageProps) {
  return (
    <div className="open-page">
      <DocumentTitle page={title} />
      <header>
        <Logo />
      </header>
      <MainContent name="open-main">{children}</MainContent>
    </div>
  );
}
