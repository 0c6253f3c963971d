import { Public } from '@accord/http';
import { MessagingStatus } from '@accord/messaging';
import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { DataSource } from 'typeorm';

/** For whoever runs the service: is it alive, can it work, and how much has it done. Not reachable through the gateway. */
@ApiExcludeController()
@Controller()
export class HealthController {
  private readonly registry = new Registry();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly messaging: MessagingStatus,
  ) {
    collectDefaultMetrics({ register: this.registry });
    for (const name of Object.keys(messaging.snapshot())) {
      new Gauge({
        name: `accord_messaging_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
        help: `Messaging: ${name}`,
        registers: [this.registry],
        collect() {
          this.set(Number((messaging.snapshot() as unknown as Record<string, number>)[name] ?? 0));
        },
      });
    }
  }

  @Get('health/live')
  @Public()
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Public()
  async ready(): Promise<{ status: string }> {
    await this.db.query('SELECT 1').catch(() => {
      throw new ServiceUnavailableException();
    });
    return { status: 'ok' };
  }

  @Get('metrics')
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return this.registry.metrics();
  }
}
