import 'reflect-metadata';
import { bootService } from '@accord/service-kit';
import { supervision } from './supervision.service-definition';

await bootService(supervision);
