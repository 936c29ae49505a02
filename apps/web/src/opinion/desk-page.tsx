import "./desk.css";
import type { ReactNode } from "react";
import { MainContent } from "../app/main-content.tsx";
import { CaseBanners } from "../case/case-banners.tsx";
import { CaseBar } from "../case/case-bar.tsx";

/** A page of a case in one column, on the desk of whoever is not on the patient's side. `name`: the class that its own rules go by. */
export const DeskPage = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="desk">
    <CaseBar />
    <CaseBanners />
    <div className="desk-body">
      <MainContent name={`desk-page ${name}`}>{children}</MainContent>
    </div>
  </div>
);
