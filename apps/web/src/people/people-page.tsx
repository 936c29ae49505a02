import "./people.css";
import { DeskPage } from "../opinion/desk-page.tsx";
import { TextSwitch } from "../opinion/text-switch.tsx";
import { People } from "./people.tsx";

export const PeoplePage = () => (
  <DeskPage name="people-main">
    <People tools={<TextSwitch />} />
  </DeskPage>
);
