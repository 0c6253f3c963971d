// The keys and passwords of one data folder, made once and readable by its owner alone.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Secrets
 * @property {'demo' | 'empty'} kind what the folder was made for; it is not changed later
 * @property {'embedded' | 'kafka'} transport
 * @property {string} databasePassword all three roles of every database on this one machine
 * @property {string} fieldKey seals personal data; losing it loses them
 * @property {string} tokenPublicKey
 * @property {string} tokenPrivateKey
 * @property {string} oneTimePassword of the first administrator in an empty system
 */

/** @param {string} folder @param {Pick<Secrets, 'kind' | 'transport'>} wanted @returns {{ secrets: Secrets, fresh: boolean }} */
export function openSecrets(folder, wanted) {
  const file = join(folder, 'secrets.json');
  if (existsSync(file)) return { secrets: JSON.parse(readFileSync(file, 'utf8')), fresh: false };
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const secrets = {
    ...wanted,
    databasePassword: randomBytes(24).toString('base64url'),
    fieldKey: randomBytes(32).toString('base64'),
    tokenPublicKey: JSON.stringify(publicKey.export({ format: 'jwk' })),
    tokenPrivateKey: JSON.stringify(privateKey.export({ format: 'jwk' })),
    oneTimePassword: randomBytes(9).toString('base64url'),
  };
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return { secrets, fresh: true };
}
