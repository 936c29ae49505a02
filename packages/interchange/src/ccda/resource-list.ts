import type { Entry } from "../fhir/bundle-index.ts";
import type { Node } from "../json/node.ts";
import type { Json } from "../json/parse-json.ts";
import { compact } from "./compact.ts";

/** The resources that statements become, in the order of the document. */
export class ResourceList {
  readonly entries: Entry[] = [];

  /** Gives what others may refer to it by. */
  add(type: string, id: string | null, members: Readonly<Record<string, Json>>): string {
    const fullUrl = `urn:statement:${this.entries.length}`;
    const resource: Node = compact({ resourceType: type, id, ...members });
    this.entries.push({ type, id, fullUrl, resource });
    return fullUrl;
  }
}
