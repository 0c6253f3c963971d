import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, 2 passes, 1 lane. The algorithm is argon2id by default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes and checks passwords with argon2id; a check takes the same work whether or not there is such a person. */
@Injectable()
export class Passwords {
  private readonly nobody = this.hash('the password of nobody');

  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** `passwordHash` is null where there is no such person: false then, after the same work. */
  async verify(passwordHash: string | null, password: string): Promise<boolean> {
    const right = await verify(passwordHash ?? (await this.nobody), password);
    return right && passwordHash !== null;
  }
}
