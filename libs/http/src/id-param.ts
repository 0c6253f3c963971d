import { Param } from '@nestjs/common';
import { z } from 'zod';

/** The `:id` of a route; anything but a UUID is refused with the field named. */
export const IdParam = (): ParameterDecorator => Param('id', { schema: z.uuid() });
