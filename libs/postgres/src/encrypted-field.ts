import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const FORMAT = 'v1';

/** Encrypts personal data in the field (AES-256-GCM) and makes blind indexes for finding equals without reading. */
export class FieldCipher {
  private readonly encryptionKey: Buffer;
  private readonly indexKey: Buffer;

  /** `secret`: at least 32 random bytes, base64. Losing it loses the data. */
  constructor(secret: string) {
    const material = Buffer.from(secret, 'base64');
    if (material.length < 32) throw new Error('FIELD_KEY must hold at least 32 bytes in base64: openssl rand -base64 32');
    this.encryptionKey = Buffer.from(hkdfSync('sha256', material, '', 'accord field encryption', 32));
    this.indexKey = Buffer.from(hkdfSync('sha256', material, '', 'accord blind index', 32));
  }

  encrypt(plain: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.encryptionKey, nonce);
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [FORMAT, nonce.toString('base64url'), sealed.toString('base64url'), cipher.getAuthTag().toString('base64url')].join(
      '.',
    );
  }

  /** Throws when the text was tampered with or sealed under another key. */
  decrypt(sealed: string): string {
    const [format, nonce, body, tag] = sealed.split('.');
    if (format !== FORMAT || nonce === undefined || body === undefined || tag === undefined)
      throw new Error('Not an encrypted field.');
    const decipher = createDecipheriv('aes-256-gcm', this.encryptionKey, Buffer.from(nonce, 'base64url'));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
  }

  /** Equal inputs give equal indexes; the input cannot be read back. Normalise before. */
  blindIndex(plain: string): string {
    return createHmac('sha256', this.indexKey).update(plain).digest('base64url');
  }
}
