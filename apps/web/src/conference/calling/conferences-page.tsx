import { TextSwitch } from "../../opinion/text-switch.tsx";
import { ConferenceFrame } from "./conference-frame.tsx";
import { Conferences } from "./conferences.tsx";
import { OneConference } from "./one-conference.tsx";

export const ConferencesPage = () => (
  <ConferenceFrame>
    <Conferences tools={<TextSwitch />} />
  </ConferenceFrame>
);

export const OneConferencePage = () => (
  <ConferenceFrame>
    <OneConference />
  </ConferenceFrame>
);
