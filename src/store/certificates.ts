/**
 * The certificate authorities that a download trusts: those of Node, and those of the system.
 *
 * Behind a proxy that opens TLS, the company's own authority stands in the system's bundle and not in Node's.
 * SSL_CERT_FILE and SSL_CERT_DIR name it as they do for OpenSSL; else Node is asked (22.15 and later), else the
 * usual bundle files of Linux are read. NODE_EXTRA_CA_CERTS counts too: Node drops it once a list is given.
 */
import { X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as tls from 'node:tls'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { WordloomError } from '../core/errors.js'

/** Where Debian, Fedora, SUSE, Alpine and the BSDs keep their bundle. */
const BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
  '/usr/local/share/certs/ca-root-nss.crt',
]

/** What newer Nodes have and the types of Node 20 have not. */
const { getCACertificates } = tls as { getCACertificates?: (type: 'system' | 'default') => string[] }

/**
 * A TLS context that trusts Node's own authorities and those of the system.
 *
 * @throws FILE_UNREADABLE when a file that SSL_CERT_FILE, SSL_CERT_DIR or NODE_EXTRA_CA_CERTS names cannot be
 *   read or has no certificate in it
 */
export function trustedContext(environment: NodeJS.ProcessEnv = process.env): SecureContext {
  // Most authorities of the system are Node's too, with other line ends.
  const trusted = new Map(rootCertificates.map((certificate) => [bare(certificate), certificate]))
  for (const certificate of systemCertificates(environment)) {
    const key = bare(certificate)
    if (!trusted.has(key) && isCertificate(certificate)) trusted.set(key, certificate)
  }
  return createSecureContext({ ca: [...trusted.values()] })
}

function bare(certificate: string): string {
  return certificate.replace(/\s+/g, '')
}

/** One that is damaged must not spoil the others. */
function isCertificate(certificate: string): boolean {
  try {
    return new X509Certificate(certificate).raw.length > 0
  } catch {
    return false
  }
}

function systemCertificates(environment: NodeJS.ProcessEnv): string[] {
  const { SSL_CERT_FILE, SSL_CERT_DIR, NODE_EXTRA_CA_CERTS } = environment
  const found: string[] = []
  if (NODE_EXTRA_CA_CERTS) found.push(...named('NODE_EXTRA_CA_CERTS', NODE_EXTRA_CA_CERTS))
  if (SSL_CERT_FILE) found.push(...named('SSL_CERT_FILE', SSL_CERT_FILE))
  if (SSL_CERT_DIR) found.push(...folders(SSL_CERT_DIR))
  if (SSL_CERT_FILE || SSL_CERT_DIR) return found
  if (getCACertificates !== undefined) {
    found.push(...getCACertificates('default'), ...getCACertificates('system'))
    return found
  }
  for (const bundle of BUNDLES) {
    const text = readOr(bundle)
    if (text !== undefined) return [...found, ...certificatesIn(text)]
  }
  return found
}

function named(variable: string, path: string): string[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw unusable(variable, path, (cause as Error).message, cause)
  }
  const found = certificatesIn(text)
  if (found.length === 0) throw unusable(variable, path, 'there is no certificate in it')
  return found
}

function folders(paths: string): string[] {
  const separator = process.platform === 'win32' ? ';' : ':'
  return paths.split(separator).flatMap((folder) => {
    try {
      return readdirSync(folder).flatMap((name) => certificatesIn(readOr(join(folder, name)) ?? ''))
    } catch (cause) {
      throw unusable('SSL_CERT_DIR', folder, (cause as Error).message, cause)
    }
  })
}

function readOr(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** The PEM blocks of a bundle that say that they are certificates. */
function certificatesIn(text: string): string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
}

function unusable(variable: string, path: string, why: string, cause?: unknown): WordloomError {
  return new WordloomError('FILE_UNREADABLE', {
    message: `${variable} names '${path}', which gives no certificates: ${why}.`,
    hint: `Point ${variable} at a bundle in PEM form, or unset it.`,
    details: { path, variable },
    cause,
  })
}
