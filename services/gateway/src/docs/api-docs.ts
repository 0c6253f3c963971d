import { Clock } from '@accord/case-model';
import { Inject, Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway-config';
import { mergeDocuments, type ServiceDocument } from './merge-documents';

const FRESH_MS = 30_000;
const ANSWER_WITHIN_MS = 2_000;

/** The OpenAPI document of the whole system, asked of the services when somebody asks for it. */
@Injectable()
export class ApiDocs {
  private ownDocument: () => OpenAPIObject = () => ({ openapi: '3.1.0', info: { title: 'gateway', version: '1' }, paths: {} });
  private merged: { document: OpenAPIObject; at: number } | undefined;

  constructor(
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
    private readonly clock: Clock,
  ) {}

  /** How the gateway's own routes are described; told once, while it starts. */
  describeSelf(ownDocument: () => OpenAPIObject): void {
    this.ownDocument = ownDocument;
  }

  async document(): Promise<OpenAPIObject> {
    const now = this.clock.now().getTime();
    if (this.merged !== undefined && now - this.merged.at < FRESH_MS) return this.merged.document;
    const services = await Promise.all(Object.entries(this.config.SERVICE_URLS).map(([service, url]) => ask(service, url)));
    const document = mergeDocuments([{ service: 'gateway', document: this.ownDocument() }, ...services]);
    const complete = services.every((part) => part.document !== null);
    this.merged = complete ? { document, at: now } : undefined;
    return document;
  }
}

async function ask(service: string, url: string): Promise<ServiceDocument> {
  try {
    const answer = await fetch(new URL('/openapi.json', url), { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return { service, document: answer.ok ? ((await answer.json()) as OpenAPIObject) : null };
  } catch {
    return { service, document: null };
  }
}
