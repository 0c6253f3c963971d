import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule, Reflector } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { AccessTokenVerifier } from './access-token';
import { ProblemFilter } from './problem.filter';
import { SchemaValidationPipe } from './schema-validation.pipe';

/** Gives an application the access guard, validation and the problem filter, for all its routes. */
@Global()
@Module({})
export class HttpModule {
  /** `publicJwk`: the gateway's public signing key, an Ed25519 JWK as JSON. */
  static forRoot({ publicJwk }: { publicJwk: string }): DynamicModule {
    return {
      module: HttpModule,
      imports: [DiscoveryModule],
      providers: [
        Reflector,
        { provide: AccessTokenVerifier, useFactory: () => new AccessTokenVerifier(publicJwk) },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: SchemaValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [AccessTokenVerifier],
    };
  }
}
