import { generateKeyPairSync } from "node:crypto";
import forge from "node-forge";

/** A P12 with an RSA key, its certificate and the authority's that gave it: made up, for tests and benches. */
export function makeP12(passphrase: string, bits = 2048): Uint8Array {
  const authority = makeKeys(bits);
  const seal = makeKeys(bits);
  const authorityName = [{ name: "commonName", value: "Made-up authority" }];
  const sealName = [
    { name: "commonName", value: "Consilium report seal" },
    { name: "organizationName", value: "Made up" },
  ];
  const root = certify("01", authority.publicKey, authorityName, authorityName, authority.privateKey);
  const leaf = certify("02", seal.publicKey, sealName, authorityName, authority.privateKey);
  const p12 = forge.pkcs12.toPkcs12Asn1(seal.privateKey, [leaf, root], passphrase, { algorithm: "aes256" });
  return Uint8Array.from(Buffer.from(forge.asn1.toDer(p12).getBytes(), "latin1"));
}

/** Node's own generator: forge's takes seconds. */
function makeKeys(bits: number): forge.pki.rsa.KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: bits,
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
    publicKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  return {
    privateKey: forge.pki.privateKeyFromPem(privateKey),
    publicKey: forge.pki.publicKeyFromPem(publicKey),
  };
}

function certify(
  serial: string,
  publicKey: forge.pki.rsa.PublicKey,
  subject: forge.pki.CertificateField[],
  issuer: forge.pki.CertificateField[],
  key: forge.pki.rsa.PrivateKey,
): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = serial;
  certificate.validity.notBefore = new Date("2026-01-01T00:00:00Z");
  certificate.validity.notAfter = new Date("2036-01-01T00:00:00Z");
  certificate.setSubject(subject);
  certificate.setIssuer(issuer);
  certificate.setExtensions([{ name: "basicConstraints", cA: subject === issuer }]);
  certificate.sign(key, forge.md.sha256.create());
  return certificate;
}
