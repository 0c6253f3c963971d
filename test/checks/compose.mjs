// Checks docker-compose.yml and the images without a Docker engine: names, paths, ports, order, settings.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const faults = [];
const require = (holds, fault) => holds || faults.push(fault);

const Service = z.strictObject({
  image: z
    .string()
    .regex(/^[\w./-]+:[\w.-]+$/, 'an image with a pinned tag')
    .optional(),
  build: z
    .strictObject({
      context: z.literal('.'),
      dockerfile: z.string(),
      target: z.string(),
      args: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  restart: z.enum(['no', 'unless-stopped']),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  command: z.string().optional(),
  ports: z.array(z.string().regex(/^(\d+\.\d+\.\d+\.\d+:)?(\d+|\$\{\w+:-\d+\}):\d+$/)).optional(),
  volumes: z.array(z.string()).optional(),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.enum(['service_healthy', 'service_completed_successfully']) }))
    .optional(),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()).min(2),
      interval: z.string(),
      timeout: z.string(),
      retries: z.int(),
      start_period: z.string().optional(),
    })
    .optional(),
});
const Compose = z.strictObject({
  name: z.string(),
  'x-service': z.unknown(),
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.null()),
});

const compose = Compose.parse(parse(readFileSync(`${root}docker-compose.yml`, 'utf8'), { merge: true }));
const dockerfile = readFileSync(`${root}deploy/images/Dockerfile`, 'utf8');
const stages = [...dockerfile.matchAll(/^FROM .* AS (\w+)$/gm)].map(([, stage]) => stage);
const ours = readdirSync(`${root}services`).filter((name) => name !== 'console');

for (const name of ours) require(name in compose.services, `service ${name} has no container`);
const hostPorts = new Map();
for (const [name, service] of Object.entries(compose.services)) {
  require((service.image === undefined) !== (service.build === undefined), `${name}: either an image or a build`);
  if (service.build) {
    require(existsSync(`${root}${service.build.dockerfile}`), `${name}: there is no ${service.build.dockerfile}`);
    require(stages.includes(service.build.target), `${name}: the Dockerfile has no stage ${service.build.target}`);
    if (service.build.args?.SERVICE)
      require(service.build.args.SERVICE === name, `${name}: builds ${service.build.args.SERVICE}`);
  }
  require(name === 'init' || service.healthcheck !== undefined, `${name}: has no health check`);
  for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
    require(other in compose.services, `${name}: waits for ${other}, which is not there`);
    if (condition === 'service_healthy')
      require(compose.services[other]?.healthcheck !==
        undefined, `${name}: waits for the health of ${other}, which has no check`);
  }
  for (const volume of service.volumes ?? [])
    require(volume.split(':')[0] in compose.volumes, `${name}: volume ${volume} is not declared`);
  for (const port of service.ports ?? []) {
    const host = port.split(':').at(-2);
    require(!hostPorts.has(host), `${name} and ${hostPorts.get(host)} both publish ${host}`);
    hostPorts.set(host, name);
  }
}

for (const [, from, paths] of dockerfile.matchAll(/^COPY(?: --from=(\w+))? (.+)$/gm)) {
  const sources = paths.split(' ').slice(0, -1);
  for (const source of sources) {
    if (from) require(stages.includes(from), `Dockerfile copies from ${from}, which is no stage`);
    else require(existsSync(`${root}${source}`), `Dockerfile copies ${source}, which is not there`);
  }
}
const brokersOutside = String(compose.services.kafka.environment.KAFKA_ADVERTISED_LISTENERS).match(
  /OUTSIDE:\/\/localhost:(\d+)/,
)?.[1];
require(readFileSync(`${root}deploy/local/broker.mjs`, 'utf8').includes(
  `CONTAINER_PORT = ${brokersOutside};`,
), 'npm start --kafka looks for the broker at another port than compose publishes');

for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
