import { fileURLToPath } from "node:url";

/*
 * How the media server's worker is built where its own script cannot load one: from the sources inside its npm package, with a
 * distribution's libraries. Another version needs a look, not a guess: each part of this is checked before it is used.
 */

export const triedVersion = "3.27.1";

export const flags = [
  "-std=c++20",
  "-O2",
  "-DNDEBUG",
  "-DMS_LITTLE_ENDIAN",
  "-DMS_EXECUTABLE",
  "-DFLATBUFFERS_LOCALE_INDEPENDENT=1",
] as const;

export const libraries = ["-luv", "-lsrtp2", "-lssl", "-lcrypto", "-lpthread"] as const;
/** Asked of pkg-config: they have many parts. */
export const packagedLibraries = ["absl_strings", "absl_optional", "absl_memory"] as const;

/** With an OpenSSL that has kernel TLS the worker reads a callback's return value before there is one, and dies in its first handshake. */
export const patch = {
  file: "src/RTC/DtlsTransport.cpp",
  from: "(operationType == BIO_CB_RETURN) ? static_cast<long>(ret) : 1;",
  to: "(operationType & BIO_CB_RETURN) != 0 ? static_cast<long>(ret) : 1;",
} as const;

/** Headers that stand in for libraries that a distribution has not, or has in another version. */
export const standIns = fileURLToPath(new URL("../../worker", import.meta.url));
export const standInFiles = ["srtp.h", "ankerl/unordered_dense.h"] as const;

/** Programs and, by the name that pkg-config knows, libraries: each with the Debian package that brings it. */
export const neededPrograms = [
  ["g++", "g++"],
  ["flatc", "flatbuffers-compiler"],
  ["pkg-config", "pkg-config"],
] as const;
export const neededLibraries = [
  ["libuv", "libuv1-dev"],
  ["libsrtp2", "libsrtp2-dev"],
  ["openssl", "libssl-dev"],
  ["flatbuffers", "libflatbuffers-dev"],
  ["absl_strings", "libabsl-dev"],
] as const;

/** What stands in the way, in one sentence that everybody may read; the cause is for whoever runs the server. */
export class CannotBuild extends Error {}

export class MissingPackages extends CannotBuild {
  readonly packages: readonly string[];

  constructor(packages: readonly string[]) {
    super(`Video needs a media server, and to build it these Debian packages: ${packages.join(" ")}.`);
    this.packages = packages;
  }
}
