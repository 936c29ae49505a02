import "./desk.css";
import type { ReactNode } from "react";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { CaseBanners } from "../case/case-banners.tsx";
import { CaseBar } from "../case/case-bar.tsx";
import { TextSwitch } from "./text-switch.tsx";

export interface BareDeskProps {
  /** Of the tab. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A page of the case on which no text lies. */
export function BareDesk({ title, children }: BareDeskProps) {
  return (
    <div className="desk">
      <CaseBar />
      <CaseBanners />
      <div className="desk-body">
        <aside className="desk-nav">
          <TextSwitch />
        </aside>
        <MainContent name="desk-main">
          <DocumentTitle page={title} />
          {children}
        </MainContent>
      </div>
    </div>
  );
}
