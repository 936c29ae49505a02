import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { MainContent } from "./main-content.tsx";

/** Where nothing of a screen is there yet, not even what stands around its content. */
export const ScreenOnItsWay = () => (
  <MainContent>
    <PageOnItsWay />
  </MainContent>
);
