import 'reflect-metadata';
import { randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  NameConstraints,
} from '@peculiar/asn1-x509';
import * as x509 from '@peculiar/x509';
import { fieldOf } from '@ayni/kernel';
import type { Credentials } from '@ayni/http/door/door';
import { findOrMake, read, textIn } from '@ayni/secrets/file';
import { isPrivate, PRIVATE, type Surroundings } from './surroundings.js';

/** Where a laptop keeps the authority that its phones trust: beside its books, and in no backup of them. */
export const AUTHORITY = 'lan-authority.json';

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3_650;
/** Short, since nothing tells a phone that one was lost. */
const CERTIFICATE_DAYS = 90;
/** No name at all ends so (RFC 2606): the authority of a machine without a name speaks for no name. */
const NOBODY = 'invalid';

/** A certificate, and what it says that whoever gave it has to know. */
export type Leaf = Credentials & { readonly beginsAt: Date; readonly endsAt: Date };

/**
 * Who says to the phones of a co-op that a page comes from its laptop. What it may speak for stands in its own certificate, as
 * critical: the names that the machine had when it was made, and private addresses. So whoever takes its key can pass for
 * nothing else to a phone that trusts it.
 */
export class Authority {
  private constructor(
    private readonly key: webcrypto.CryptoKey,
    private readonly certificate: x509.X509Certificate,
    private readonly names: readonly string[],
  ) {}

  /** The authority in a file that its owner alone can read, made where there is none. */
  static async open(file: string, { names }: Surroundings, now: Date): Promise<Authority> {
    const made = (await find(file)) ?? (await make(names, now));
    const kept = await findOrMake(file, find, () => made);
    const key = await webcrypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(kept.key), EC, false, ['sign']);
    return new Authority(key, new x509.X509Certificate(kept.cert), kept.names);
  }

  /** As a phone is given it. */
  get der(): Buffer {
    return Buffer.from(this.certificate.rawData);
  }

  get pem(): string {
    return this.certificate.toString('pem');
  }

  /** SHA-256, in pairs, as a phone shows it. */
  get fingerprint(): string {
    return new X509Certificate(this.der).fingerprint256;
  }

  /** A certificate of a key of its own, for what of the surroundings it may speak for. */
  async issue({ names, addresses }: Surroundings, now: Date): Promise<Leaf> {
    const keys = await newKeys();
    const beginsAt = new Date(now.getTime() - DAY_MS);
    const endsAt = new Date(now.getTime() + CERTIFICATE_DAYS * DAY_MS);
    const certificate = await x509.X509CertificateGenerator.create({
      serialNumber: newSerial(),
      subject: 'CN=Ayni en esta red',
      issuer: this.certificate.subject,
      notBefore: beginsAt,
      notAfter: endsAt,
      signingAlgorithm: EC,
      publicKey: keys.publicKey,
      signingKey: this.key,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension([
          ...names.filter((name) => this.names.includes(name)).map((value) => ({ type: 'dns', value }) as const),
          ...addresses.filter(isPrivate).map((value) => ({ type: 'ip', value }) as const),
        ]),
        await x509.AuthorityKeyIdentifierExtension.create(this.certificate.publicKey),
      ],
    });
    return { key: await privatePem(keys.privateKey), cert: certificate.toString('pem'), beginsAt, endsAt };
  }
}

type Kept = Credentials & { readonly names: readonly string[] };

async function make(names: readonly string[], now: Date): Promise<Kept> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    // two laptops of a co-op are told apart in a phone's list
    name: `CN=Ayni ${names[0] ?? ''} ${randomBytes(2).toString('hex')}`,
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + AUTHORITY_DAYS * DAY_MS),
    signingAlgorithm: EC,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.Extension(id_ce_nameConstraints, true, constraints(names)),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { key: await privatePem(keys.privateKey), cert: certificate.toString('pem'), names };
}

/** What may be spoken for; each kind of name has to be limited, or it is free. */
function constraints(names: readonly string[]): ArrayBuffer {
  const bases = [
    ...(names.length === 0 ? [NOBODY] : names).map((dNSName) => ({ dNSName })),
    ...PRIVATE.map(({ network, prefix }) => ({ iPAddress: `${network}/${prefix}` })),
  ];
  const permitted = bases.map((base) => new GeneralSubtree({ base: new GeneralName(base) }));
  return AsnConvert.serialize(new NameConstraints({ permittedSubtrees: new GeneralSubtrees(permitted) }));
}

const newKeys = (): Promise<webcrypto.CryptoKeyPair> => webcrypto.subtle.generateKey(EC, true, ['sign', 'verify']);

/** Positive, and never the same twice (RFC 5280, 4.1.2.2). */
const newSerial = (): string => `01${randomBytes(15).toString('hex')}`;

const privatePem = async (key: webcrypto.CryptoKey): Promise<string> =>
  x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');

const find = (file: string): Promise<Kept | undefined> =>
  read<Kept>(file, 'holds no authority for the local network', keptIn);

function keptIn(found: unknown): Kept {
  const names = fieldOf(found, 'names');
  const [key, cert] = [textIn(found, 'key'), textIn(found, 'cert')];
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) throw new Error('It names nothing');
  if (!new X509Certificate(cert).ca) throw new Error('It is no authority');
  return { key, cert, names };
}
