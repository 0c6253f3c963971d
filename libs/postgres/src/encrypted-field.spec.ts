import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { FieldCipher } from './encrypted-field';

const cipher = new FieldCipher(randomBytes(32).toString('base64'));

describe('sealing personal data', () => {
  it('gives the text back, whatever its characters', () => {
    expect(cipher.decrypt(cipher.encrypt('张三 𠮷 13800001234'))).toBe('张三 𠮷 13800001234');
  });

  it('never seals alike twice, and yet finds equals by their blind index', () => {
    expect(cipher.encrypt('same')).not.toBe(cipher.encrypt('same'));
    expect(cipher.blindIndex('same')).toBe(cipher.blindIndex('same'));
    expect(cipher.blindIndex('same')).not.toBe(cipher.blindIndex('other'));
  });

  it('notices a changed byte', () => {
    const [format, nonce, body, tag] = cipher.encrypt('secret').split('.') as [string, string, string, string];
    const changed = Buffer.from(body, 'base64url');
    changed[0] = (changed[0] ?? 0) ^ 1;

    expect(() => cipher.decrypt([format, nonce, changed.toString('base64url'), tag].join('.'))).toThrow();
  });

  it('refuses a key that is too short', () => {
    expect(() => new FieldCipher('c2hvcnQ=')).toThrow('FIELD_KEY');
  });
});
