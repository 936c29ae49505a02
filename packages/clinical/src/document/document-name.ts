import { isUlid } from "@consilium/foundation";

/** The documents of a case (documents.md, section 2). Each has one kind of writer; rights are asked for each as a whole. */
export type DocumentName = PlainName | IdentifiedName | LayerName;

export interface PlainName {
  readonly kind: "story" | "story.prior" | "referral" | "referral.prior";
}

export interface IdentifiedName {
  readonly kind: "opinion" | "workpad" | "addendum" | "conference";
  readonly id: string;
}

/** One seat's annotations on a target, for an audience. It exists from its first write. */
export interface LayerName {
  readonly kind: "layer";
  readonly seat: string;
  readonly target: LayerTarget;
  readonly audience: Audience;
}

export type LayerTarget = "story" | "referral" | "records" | `opinion.${string}` | `conference.${string}`;

export const audiences = ["private", "clinicians", "everyone"] as const;
export type Audience = (typeof audiences)[number];

export type DocumentKind = DocumentName["kind"];

const plainKinds: readonly string[] = ["story", "story.prior", "referral", "referral.prior"];
const identifiedKinds: readonly string[] = ["opinion", "workpad", "addendum", "conference"];
const simpleTargets: readonly string[] = ["story", "referral", "records"];

const isPlainKind = (text: string): text is PlainName["kind"] => plainKinds.includes(text);
const isIdentifiedKind = (text: string): text is IdentifiedName["kind"] => identifiedKinds.includes(text);
const isAudience = (text: string): text is Audience => audiences.some((audience) => audience === text);

/** Undefined: there is no document of that name. The alias `opinion` is resolved before this, where the case is known. */
export function parseDocumentName(name: string): DocumentName | undefined {
  if (isPlainKind(name)) return { kind: name };
  const parts = name.split(".");
  const [kind = "", id = ""] = parts;
  if (isIdentifiedKind(kind)) return parts.length === 2 && isUlid(id) ? { kind, id } : undefined;
  return kind === "layer" ? parseLayerName(parts) : undefined;
}

function parseLayerName(parts: readonly string[]): LayerName | undefined {
  const seat = parts[1];
  const audience = parts.at(-1) ?? "";
  const target = parts.slice(2, -1).join(".");
  if (!isUlid(seat) || !isAudience(audience) || !isLayerTarget(target)) return undefined;
  return { kind: "layer", seat, target, audience };
}

export function isLayerTarget(text: string): text is LayerTarget {
  if (simpleTargets.includes(text)) return true;
  const [kind, id, ...rest] = text.split(".");
  return (kind === "opinion" || kind === "conference") && isUlid(id) && rest.length === 0;
}

export function formatDocumentName(name: DocumentName): string {
  if (name.kind === "layer") return `layer.${name.seat}.${name.target}.${name.audience}`;
  return "id" in name ? `${name.kind}.${name.id}` : name.kind;
}
