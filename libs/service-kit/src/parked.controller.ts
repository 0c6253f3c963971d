import { DiscardRequest, ParkedEventView, ParkedQuery, Requeued, RequeueRequest } from '@accord/contracts';
import { Allow, Answers } from '@accord/http';
import { type ParkedEvent, Parking } from '@accord/messaging';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';

/** Of a record that could not be read not even the id need be a UUID. */
const AggregateId = z.string().min(1).max(200);

/** For administrators: the events that this service could not take, and what to do about them. */
@Controller('parked')
export class ParkedController {
  constructor(private readonly parking: Parking) {}

  @Get()
  @Allow('parked.manage')
  @Answers(z.array(ParkedEventView))
  async list(@Query({ schema: ParkedQuery }) query: ParkedQuery): Promise<ParkedEventView[]> {
    return (await this.parking.list(query)).map(viewOf);
  }

  /** Tries again, in order, what is parked of an aggregate. */
  @Post(':aggregateId/requeue')
  @HttpCode(200)
  @Allow('parked.manage')
  @Answers(Requeued)
  requeue(
    @Param('aggregateId', { schema: AggregateId }) aggregateId: string,
    @Body({ schema: RequeueRequest }) { consumer, overGaps }: RequeueRequest,
  ): Promise<Requeued> {
    return this.parking.requeue({ aggregateId, consumer }, { overGaps });
  }

  /** Gives the first parked event up for good, with the reason, and takes what follows it. */
  @Post(':aggregateId/discard')
  @HttpCode(200)
  @Allow('parked.manage')
  @Answers(Requeued)
  discard(
    @Param('aggregateId', { schema: AggregateId }) aggregateId: string,
    @Body({ schema: DiscardRequest }) { consumer, reason }: DiscardRequest,
  ): Promise<Requeued> {
    return this.parking.discard({ aggregateId, consumer }, reason);
  }
}

function viewOf(parked: ParkedEvent): ParkedEventView {
  return { ...parked, parkedAt: parked.parkedAt?.toISOString() ?? null };
}
