import {
  type CaseKeys,
  createDocument,
  type Database,
  documentId,
  insertCase,
  insertOrganisation,
  insertPerson,
} from "@consilium/database";
import { createUlid, secureRandom } from "@consilium/foundation";
import type { DocumentId } from "@consilium/workspace-server";

export interface Lab {
  /** So many new, empty opinions, ten a case. */
  readonly createOpinions: (count: number) => Promise<readonly DocumentId[]>;
}

/** Of every lab: what one has written another reads. */
export const labMasterKey = Buffer.alloc(32, 1);

const createId = (): string => createUlid(Date.now(), secureRandom);
const opinionsOfCase = 10;

/** An organisation with a person, and cases as they are needed. */
export async function createLab(database: Database, keys: CaseKeys): Promise<Lab> {
  const [organisationId, personId] = [createId(), createId()];
  const details = { zone: "Europe/Stockholm", country: "SE" };
  await insertOrganisation(database, { id: organisationId, name: "Bench", details, createdAt: new Date() });
  await insertPerson(database, {
    id: personId,
    email: `${personId.toLowerCase()}@demo.invalid`,
    name: "Bench",
    initials: "B",
  });
  const createCase = async (): Promise<string> => {
    const id = createId();
    const row = { id, organisationId, number: id, specialty: "oncology", openedBy: personId };
    await insertCase(database, { ...row, createdAt: new Date() }, nobody, keys.create(organisationId, id));
    return id;
  };
  return {
    createOpinions: async (count) => {
      const made: DocumentId[] = [];
      for (let caseId = ""; made.length < count;) {
        if (made.length % opinionsOfCase === 0) caseId = await createCase();
        const document = documentId(caseId, `opinion.${createId()}`);
        await createDocument(database, { document });
        made.push(document);
      }
      return made;
    },
  };
}

const nobody = {
  title: "Bench",
  patient: { name: "Nobody", initials: "N", born: null, sex: null },
  decision: null,
  decideBy: null,
  hearing: null,
  language: "en",
  patientLanguage: "en",
  country: null,
  emergency: null,
};
