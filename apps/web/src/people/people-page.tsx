import "./people.css";
import "../opinion/desk.css";
import { MainContent } from "../app/main-content.tsx";
import { CaseBanners } from "../case/case-banners.tsx";
import { CaseBar } from "../case/case-bar.tsx";
import { TextSwitch } from "../opinion/text-switch.tsx";
import { People } from "./people.tsx";

/** On the desk of whoever is not on the patient's side. */
export function PeoplePage() {
  return (
    <div className="desk">
      <CaseBar />
      <CaseBanners />
      <div className="desk-body">
        <MainContent name="people-main">
          <People tools={<TextSwitch />} />
        </MainContent>
      </div>
    </div>
  );
}
