import { bootService } from '@accord/service-kit';
import { readGatewayConfig } from './gateway-config';
import { gatewayService } from './gateway-service';

await bootService(() => gatewayService(readGatewayConfig()));
