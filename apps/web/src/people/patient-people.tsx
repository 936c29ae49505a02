import { PatientBack } from "../patient/patient-back.tsx";
import { People } from "./people.tsx";

/** In the patient's own column. */
export const PatientPeople = () => (
  <>
    <PatientBack />
    <People />
  </>
);
