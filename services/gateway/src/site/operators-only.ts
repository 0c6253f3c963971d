import { BlockList, isIPv6 } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What a monitor may read of the gateway and the public need not know. */
const PATHS = new Set(['/metrics', '/openapi.json']);

const OWN_NETWORK = new BlockList();
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  OWN_NETWORK.addSubnet(network, bits);
OWN_NETWORK.addAddress('::1', 'ipv6');
OWN_NETWORK.addSubnet('fc00::', 7, 'ipv6');

/** Hides what is for operators from requests that came through a proxy or from another network. */
export function hideFromPublic(request: FastifyRequest, reply: FastifyReply): void {
  if (!PATHS.has(request.url.split('?', 1)[0] ?? '')) return;
  const forwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  if (forwarded || !isOwnNetwork(request.socket.remoteAddress ?? '')) reply.callNotFound();
}

export function isOwnNetwork(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  return plain !== '' && OWN_NETWORK.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}
