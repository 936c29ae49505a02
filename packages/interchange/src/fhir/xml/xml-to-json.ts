import type { Node } from "../../json/node.ts";
import type { Json } from "../../json/parse-json.ts";
import { attribute, elementsIn, type XmlElement } from "../../xml/xml-element.ts";
import { isBoolean, isList } from "./cardinality.ts";
import { markupOf } from "./xhtml-markup.ts";

interface Place {
  /** Of the resource that the element belongs to. */
  readonly type: string;
  readonly path: readonly string[];
}

/** A value, and what JSON writes of a primitive under the name with `_` before it. */
interface Converted {
  readonly value: Json;
  readonly beside: Json;
}

const isResource = ({ name }: XmlElement): boolean => /^[A-Z]/.test(name);

/** Choices whose name says that they are primitive, also where only an extension says why there is no value. */
const isPrimitiveChoice = (name: string): boolean =>
  /[a-z](?:DateTime|Date|Time|Instant|String|Boolean|Integer|Decimal|Code|Uri|Base64Binary)$/.test(name);

const primitiveOf = (name: string, written: string): Json =>
  isBoolean(name) && (written === "true" || written === "false") ? written === "true" : written;

function convert(one: XmlElement, place: Place): readonly Converted[] {
  if (one.name === "div") return [{ value: markupOf(one), beside: undefined }];
  const inner = elementsIn(one);
  const resources = inner.filter(isResource);
  if (resources.length > 0) return resources.map((each) => ({ value: resourceOf(each), beside: undefined }));
  const written = one.attributes.get("value");
  const object = inner.length > 0 || written === undefined || attribute(one, "id") !== null;
  const members = object ? Object.fromEntries(membersOf(one, place)) : undefined;
  if (written !== undefined) return [{ value: primitiveOf(one.name, written), beside: members }];
  const saysOnlyWhy = inner.length > 0 && inner.every(({ name }) => name === "extension");
  return [
    saysOnlyWhy && isPrimitiveChoice(one.name)
      ? { value: undefined, beside: members }
      : { value: members, beside: undefined },
  ];
}

/** Lists keep their places: where one of the two has nothing, null stands. */
function valueOf(found: readonly Json[], asList: boolean): Json {
  if (found.every((value) => value === undefined)) return undefined;
  return asList || found.length > 1 ? found.map((value) => value ?? null) : found[0];
}

function membersOf(parent: XmlElement, { type, path }: Place): readonly (readonly [string, Json])[] {
  const attributes = Array.from(parent.attributes).filter(([name]) => name === "id" || name === "url");
  const byName = Map.groupBy(elementsIn(parent), ({ name }) => name);
  const children = Array.from(byName, ([name, group]) => {
    const place = { type, path: [...path, name] };
    const found = group.flatMap((one) => convert(one, place));
    const asList = isList(type, place.path);
    return [
      [
        name,
        valueOf(
          found.map(({ value }) => value),
          asList,
        ),
      ] as const,
      [
        `_${name}`,
        valueOf(
          found.map(({ beside }) => beside),
          asList,
        ),
      ] as const,
    ];
  });
  return [...attributes, ...children.flat()].filter(([, value]) => value !== undefined);
}

/**
 * A resource in the form that its JSON has: lists where R4 allows several, primitives by their value, numbers as the
 * text they were written as, narratives as markup. Of types that the import does not read, an element that stands once
 * is no list.
 */
export const resourceOf = (root: XmlElement): Node => ({
  resourceType: root.name,
  ...Object.fromEntries(membersOf(root, { type: root.name, path: [] })),
});
