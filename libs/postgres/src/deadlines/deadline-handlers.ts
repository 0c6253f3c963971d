import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type DeadlineHandler, deadlineKindOf } from './on-deadline';

/** Every method marked with `@OnDeadline`, by its kind. */
@Injectable()
export class DeadlineHandlers {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
  ) {}

  /** Throws where two methods claim the same kind: a deadline has one consequence. */
  collect(): ReadonlyMap<string, DeadlineHandler> {
    const handlers = new Map<string, DeadlineHandler>();
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const provider = instance as Record<string, unknown>;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(provider))) {
        const method = provider[name];
        const kind = deadlineKindOf(method);
        if (kind === undefined) continue;
        if (handlers.has(kind))
          throw new Error(`Two methods handle the deadline "${kind}"; the second is ${provider.constructor.name}.${name}.`);
        handlers.set(kind, (method as DeadlineHandler).bind(provider));
      }
    }
    return handlers;
  }
}
