import "../../opinion/desk.css";
import type { ReactNode } from "react";
import { MainContent } from "../../app/main-content.tsx";
import { CaseBanners } from "../../case/case-banners.tsx";
import { CaseBar } from "../../case/case-bar.tsx";

/** On the desk of whoever is not on the patient's side. */
export const ConferenceFrame = ({ children }: { readonly children: ReactNode }) => (
  <div className="desk">
    <CaseBar />
    <CaseBanners />
    <div className="desk-body">
      <MainContent name="conferences-main">{children}</MainContent>
    </div>
  </div>
);
