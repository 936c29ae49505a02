import { DeskPage } from "../../opinion/desk-page.tsx";
import { TextSwitch } from "../../opinion/text-switch.tsx";
import { Conferences } from "./conferences.tsx";
import { OneConference } from "./one-conference.tsx";

export const ConferencesPage = () => (
  <DeskPage name="conferences-main">
    <Conferences tools={<TextSwitch />} />
  </DeskPage>
);

export const OneConferencePage = () => (
  <DeskPage name="conferences-main">
    <OneConference />
  </DeskPage>
);
