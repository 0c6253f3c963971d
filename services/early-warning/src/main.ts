import 'reflect-metadata';
import { bootService } from '@accord/service-kit';
import { earlyWarning } from './early-warning.service-definition';

await bootService(earlyWarning);
