export { bootService, createService, type DemoData, publishedDocument, type ServiceDefinition } from './boot-service';
export { OperatorError, readServiceConfig, type ServiceConfig } from './service-config';
export { SERVICE_CONFIG } from './service-config.token';
export { waitForDatabase } from './wait-for-database';
