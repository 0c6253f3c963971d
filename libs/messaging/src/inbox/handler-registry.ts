import type { EventDefinition } from '@accord/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { DEFAULT_ALERT_TOPICS, MESSAGING_OPTIONS, type MessagingOptions } from '../messaging.options';
import { type BoundHandler, Consumer } from './consumer';
import { type Consumption, consumptionsOf, type EventHandler, type HandlerOfMany } from './consumes';

type Method = EventHandler<EventDefinition> | HandlerOfMany<EventDefinition>;

/** Finds the methods that carry `@Consumes` and sorts them into consumers. */
@Injectable()
export class HandlerRegistry {
  private found: Map<string, Consumer> | undefined;

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
  ) {}

  /** Complete once the application's modules are initialised. */
  consumers(): Consumer[] {
    return [...this.all().values()];
  }

  find(name: string): Consumer | undefined {
    return this.all().get(name);
  }

  private all(): Map<string, Consumer> {
    this.found ??= this.discover();
    return this.found;
  }

  private discover(): Map<string, Consumer> {
    const consumers = new Map<string, Consumer>();
    const seen = new Set<object>();
    for (const wrapper of [...this.discovery.getProviders(), ...this.discovery.getControllers()]) {
      const instance = wrapper.isDependencyTreeStatic() ? (wrapper.instance as object | null) : null;
      if (instance === null || typeof instance !== 'object' || seen.has(instance)) continue;
      seen.add(instance);
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const handler = (instance as Record<string, Method>)[method] as Method;
        for (const consumption of consumptionsOf(handler))
          this.register(consumers, consumption, handler.bind(instance) as Method);
      }
    }
    return consumers;
  }

  private register(consumers: Map<string, Consumer>, { definition, consumer, together }: Consumption, method: Method): void {
    const name = this.nameFor(definition.topic, consumer);
    const found = consumers.get(name) ?? new Consumer(name);
    consumers.set(name, found);
    found.add(definition, {
      together,
      handle: together ? (method as HandlerOfMany<EventDefinition>) : oneByOne(method as EventHandler<EventDefinition>),
    });
  }

  private nameFor(topic: string, own: string | undefined): string {
    const { service, alertTopics = DEFAULT_ALERT_TOPICS } = this.options;
    if (own !== undefined) return `${service}.${own}`;
    return alertTopics.includes(topic) ? `${service}.alerts` : service;
  }
}

function oneByOne(handler: EventHandler<EventDefinition>): BoundHandler['handle'] {
  return async (events, tx) => {
    for (const event of events) await handler(event, tx);
  };
}
