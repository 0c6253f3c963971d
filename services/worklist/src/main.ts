import 'reflect-metadata';
import { bootService } from '@accord/service-kit';
import { worklist } from './worklist.service-definition';

await bootService(worklist);
