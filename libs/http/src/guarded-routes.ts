import { type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ALLOW, PUBLIC, SIGNED_IN } from './allow';

/** Refuses to go on if any route of the application names neither a permission nor `@Public`: deny by default, at boot. */
export function requireEveryRouteGuarded(app: INestApplicationContext): void {
  const scanner = new MetadataScanner();
  const open: string[] = [];
  for (const { instance, metatype } of app.get(DiscoveryService, { strict: false }).getControllers()) {
    if (!instance || !metatype) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    for (const method of scanner.getAllMethodNames(prototype)) {
      const route = prototype[method] as object;
      if (Reflect.getMetadata(PATH_METADATA, route) === undefined || Reflect.getMetadata(METHOD_METADATA, route) === undefined)
        continue;
      if (![ALLOW, PUBLIC, SIGNED_IN].some((key) => Reflect.hasMetadata(key, route))) open.push(`${metatype.name}.${method}`);
    }
  }
  if (open.length > 0) throw new Error(`Unguarded routes: ${open.join(', ')}. Give each @Allow('permission') or @Public().`);
}
