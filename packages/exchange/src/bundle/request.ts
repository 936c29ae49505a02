import { given, type Named, refer } from "@consilium/report/fhir";
import type { ServiceRequest } from "@medplum/fhirtypes";
import type { CaseToExport } from "./case-to-export.ts";
import { who } from "./people.ts";

const over = new Set(["delivered", "follow-up", "closed", "signed"]);
const ended = new Set(["declined", "withdrawn"]);

/** The case itself: that an opinion is asked for, about what, by whom. */
export function request(exported: CaseToExport): Named {
  const { number, title, state, openedAt, people } = exported;
  const referrer = people.find(({ role }) => role === "referrer");
  return {
    name: "request",
    resource: given<ServiceRequest>({
      resourceType: "ServiceRequest",
      identifier: [{ system: "urn:consilium:case", value: number }],
      status: over.has(state) ? "completed" : ended.has(state) ? "revoked" : "active",
      intent: "order",
      category: [
        { coding: [{ system: "http://snomed.info/sct", code: "3457005", display: "Patient referral" }] },
      ],
      code: { text: "Second medical opinion" },
      subject: refer("patient"),
      authoredOn: openedAt,
      requester: referrer ? who(exported, referrer.seat) : refer("patient"),
      reasonCode: title === null || title === "" ? null : [{ text: title }],
    }),
  };
}
