import { z } from "zod";
import { Done, request } from "../request.ts";

/** A clinician asks all who are in whether it may be recorded. */
export const askToRecord = request("askToRecord", z.object({}), Done);
/** One's own answer; a no ends the asking and what is recorded. */
export const recordingConsent = request("recordingConsent", z.object({ agree: z.boolean() }), Done);
/** Once all have said yes. */
export const startRecording = request("startRecording", z.object({}), Done);
export const stopRecording = request("stopRecording", z.object({}), Done);
