import { bootService } from '@accord/service-kit';
import { disputes } from './disputes.definition';

await bootService(disputes);
