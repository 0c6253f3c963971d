/** Something a person must know or do before a server can run. `code` is stable; `text` says it in both languages. */
export class ServerTrouble extends Error {
  /**
   * @param {string} code
   * @param {{ zh: string, en: string }} text
   * @param {{ detail?: string, cause?: unknown }} [more] what the server itself wrote
   */
  constructor(code, text, { detail, cause } = {}) {
    super(detail ? `${text.en}\n${detail}` : text.en, { cause });
    this.name = 'ServerTrouble';
    this.code = code;
    this.text = text;
  }
}
