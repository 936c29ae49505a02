import { PatientBack } from "../../patient/patient-back.tsx";
import { Conferences } from "./conferences.tsx";
import { OneConference } from "./one-conference.tsx";

/** In the patient's own column. */
export const PatientConferences = () => (
  <>
    <PatientBack />
    <Conferences />
  </>
);

export const PatientOneConference = () => <OneConference />;
